package initlab.grader.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * What a submission leaves behind where no namespace ends with it: processes and files of the user
 * that only submissions have.
 */
final class Leftovers {
  /** Each round ends what it finds; what forks meanwhile is found in the next. */
  private static final int ROUNDS = 1000;

  /** What has been killed takes a moment to be gone, the longer the busier the machine is. */
  private static final long MOMENT_NANOS = 2_000_000;

  private static final List<Path> PLACES =
      List.of(Path.of("/tmp"), Path.of("/var/tmp"), Path.of("/dev/shm"));

  private Leftovers() {}

  /**
   * Ends the processes and deletes the files of a user.
   *
   * @param running the processes of that user that are still needed
   */
  static void remove(int user, Set<Long> running) {
    for (int round = 0; round < ROUNDS && endAll(user, running); round++) {
      LockSupport.parkNanos(MOMENT_NANOS);
    }
    if (running.isEmpty()) {
      PLACES.stream().filter(Files::isDirectory).forEach(place -> deleteFiles(place, user, false));
    }
  }

  private static boolean endAll(int user, Set<Long> running) {
    boolean found = false;
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        long id = Long.parseLong(process.getFileName().toString());
        if (Host.owner(process) == user && !running.contains(id) && !isZombie(process)) {
          Optional<ProcessHandle> handle = ProcessHandle.of(id);
          handle.ifPresent(ProcessHandle::destroyForcibly);
          found |= handle.map(ProcessHandle::isAlive).orElse(false);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** It has ended, and waits for a parent that may never ask. */
  private static boolean isZombie(Path process) {
    try {
      String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
      return stat.startsWith(" Z", stat.lastIndexOf(')') + 1); // a name may hold anything
    } catch (IOException e) {
      return true; // it is gone
    }
  }

  /** Deletes the files of a user in the folders of others, too: dear, so once a run. */
  static void removeEverywhere(int user) {
    PLACES.stream().filter(Files::isDirectory).forEach(place -> deleteFiles(place, user, true));
  }

  private static void deleteFiles(Path place, int user, boolean isDeep) {
    try {
      Files.walkFileTree(place, new Deletion(place, user, isDeep));
    } catch (IOException e) {
      return; // a file that cannot be deleted is empty, and no reason to lose a grade
    }
  }

  /** Deletes a user's files and the folders that are left empty. */
  private static final class Deletion extends SimpleFileVisitor<Path> {
    private static final int MAX_ENTRIES = 500_000;

    private final Path root;
    private final int user;
    private final boolean isDeep;
    private int entries;

    Deletion(Path root, int user, boolean isDeep) {
      this.root = root;
      this.user = user;
      this.isDeep = isDeep;
    }

    private boolean isTheirs(Path path) {
      return Host.owner(path) == user;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (entries++ > MAX_ENTRIES) {
        return FileVisitResult.TERMINATE;
      }
      return isDeep || folder.equals(root) || isTheirs(folder)
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (isTheirs(file)) {
        Files.deleteIfExists(file);
      }
      return entries++ > MAX_ENTRIES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
      if (isTheirs(folder)) {
        Files.deleteIfExists(folder);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
