package initlab.grader.sandbox;

import initlab.grader.files.Trees;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Where jars and class-data archives stay from run to run: one folder for each build of InitLab and
 * each JDK, which its owner alone can write.
 */
final class ClassCache {
  private static final Path OF_ROOT = Path.of("/var/cache/initlab");
  private static final Duration KEPT = Duration.ofDays(14);
  private static final Set<PosixFilePermission> FOR_ALL_TO_READ =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private ClassCache() {}

  /** The jars of this build; none where they cannot be kept out of others' reach. */
  static Optional<SharedClasses> find(Library library) {
    try {
      return Host.isLinux() ? Optional.of(findIn(place(), library)) : Optional.empty();
    } catch (IOException | SecurityException e) {
      return Optional.empty(); // then they are written for this run alone
    }
  }

  private static Path place() throws IOException {
    Path place =
        Host.isRoot() ? OF_ROOT : Path.of(System.getProperty("user.home"), ".cache", "initlab");
    if (!place.isAbsolute()) {
      throw new IOException("this user has no home");
    }
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(place);
      Files.setPosixFilePermissions(place, FOR_ALL_TO_READ); // whatever the umask says
    }
    Set<PosixFilePermission> permissions =
        Files.getPosixFilePermissions(place, LinkOption.NOFOLLOW_LINKS);
    if (Host.owner(place) != Host.owner(Path.of("/proc/self/status"))
        || permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new IOException(place + " can be written by others");
    }
    return place;
  }

  private static SharedClasses findIn(Path place, Library library) throws IOException {
    Path folder = place.resolve(key(library));
    if (Files.isDirectory(folder) && !SharedClasses.in(folder).isWhole()) {
      delete(folder);
    }
    if (!Files.isDirectory(folder)) {
      write(place, folder, library);
      deleteOld(place);
    }
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
    return SharedClasses.in(folder);
  }

  /** Another run may do the same at the same time: whoever comes second uses the first one's. */
  private static void write(Path place, Path folder, Library library) throws IOException {
    Path temporary = Files.createTempDirectory(place, ".new");
    try {
      Files.setPosixFilePermissions(temporary, FOR_ALL_TO_READ);
      SharedClasses.write(temporary, library);
      Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Trees.delete(temporary);
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private static void deleteOld(Path place) throws IOException {
    Instant oldest = Instant.now().minus(KEPT);
    try (Stream<Path> folders = Files.list(place)) {
      for (Path folder : folders.toList()) {
        if (Files.getLastModifiedTime(folder).toInstant().isBefore(oldest)) {
          delete(folder); // or the archive beside it
        }
      }
    }
  }

  /** Whoever looks meanwhile finds it whole or not at all. */
  private static void delete(Path folder) throws IOException {
    Path gone = folder.resolveSibling(".old-" + ProcessHandle.current().pid());
    Files.move(folder, gone, StandardCopyOption.ATOMIC_MOVE);
    Trees.delete(gone);
  }

  /** Forgets jars that a submission could change, as it will have the grader's own user. */
  static void forget(SharedClasses classes) {
    try {
      delete(classes.folder());
      Files.deleteIfExists(GraderProcess.archiveFile(classes));
    } catch (IOException e) {
      return; // another run has done so
    }
  }

  /** Changes with whatever the class path holds and with the JDK. */
  private static String key(Library library) throws IOException {
    StringBuilder parts = new StringBuilder(library.type()).append('\n');
    for (String property : List.of("java.vm.version", "java.vm.vendor", "os.arch")) {
      parts.append(System.getProperty(property)).append('\n');
    }
    parts.append(Host.javaHome()).append('\n');
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      parts.append(Trees.stamp(Path.of(part)));
    }
    return DigestUtils.sha256Hex(parts.toString()).substring(0, 24);
  }
}
