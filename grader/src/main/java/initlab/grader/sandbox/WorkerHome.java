package initlab.grader.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A folder with the two jars that our processes run from, taken out of the grader's own class path:
 * what a submission may use, and the worker's own classes. No grader and no reference class is in
 * them.
 */
public final class WorkerHome implements AutoCloseable {
  /** What the handout gives a student to use, but not the stubs. */
  private static final List<String> LIBRARY =
      List.of(
          "org/ejml/",
          "pabeles/concurrency/",
          "org/jspecify/",
          "initlab/datasets/",
          "initlab/student/network/");

  private static final List<String> WORKER = List.of("initlab/grader/worker/");

  private final Path folder;
  private final Path library;
  private final Path worker;
  private final Path empty;
  private final Isolation isolation;
  private final Set<JavaProcess> running = ConcurrentHashMap.newKeySet();
  private final Thread lastResort = new Thread(this::deleteAndEndAll, "initlab-cleanup");

  /** Makes the folder; it is deleted on {@link #close}. */
  public WorkerHome() {
    Runtime.getRuntime().addShutdownHook(lastResort);
    try {
      folder = Files.createTempDirectory("initlab-");
      library = folder.resolve("library.jar");
      worker = folder.resolve("worker.jar");
      empty = Files.createDirectory(folder.resolve("empty"));
      copyClasses(LIBRARY, library);
      copyClasses(WORKER, worker);
      letTheWorkerRead(folder, library, worker);
      isolation = SelfTest.choose(this);
    } catch (IOException e) {
      throw new HarnessFault("the worker's classes cannot be written: " + e.getMessage(), e);
    }
  }

  /** How processes from here are kept apart from the machine. */
  public Isolation isolation() {
    return isolation;
  }

  /** The class path of a submission, for javac. */
  public Path library() {
    return library;
  }

  /** The class path of a worker process. */
  String workerClassPath() {
    return worker + File.pathSeparator + library;
  }

  void started(JavaProcess process) {
    running.add(process);
  }

  void ended(JavaProcess process) {
    running.remove(process);
  }

  /** Where processes start: an empty folder beside the jars. */
  Path emptyFolder() {
    return empty;
  }

  Path folder() {
    return folder;
  }

  /** A temporary folder is its owner's alone; the worker may be another user. */
  private static void letTheWorkerRead(Path folder, Path... files) throws IOException {
    if (Host.isLinux()) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.setPosixFilePermissions(
          folder.resolve("empty"), PosixFilePermissions.fromString("r-xr-xr-x"));
      for (Path file : files) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      }
    }
  }

  private static void copyClasses(List<String> prefixes, Path jar) throws IOException {
    Set<String> copied = new TreeSet<>();
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        copyClasses(Path.of(part), prefixes, zip, copied);
      }
    }
    if (copied.isEmpty()) {
      throw new HarnessFault("the grader's class path has no classes in " + prefixes, null);
    }
  }

  private static void copyClasses(
      Path part, List<String> prefixes, ZipOutputStream zip, Set<String> copied)
      throws IOException {
    if (Files.isDirectory(part)) {
      copyTree(part, prefixes, zip, copied);
    } else if (part.toString().endsWith(".jar") && Files.isRegularFile(part)) {
      try (FileSystem inside = FileSystems.newFileSystem(part)) {
        copyTree(inside.getPath("/"), prefixes, zip, copied);
      }
    }
  }

  private static void copyTree(
      Path root, List<String> prefixes, ZipOutputStream zip, Set<String> copied)
      throws IOException {
    for (String prefix : prefixes) {
      Path start = root.resolve(prefix);
      if (Files.isDirectory(start)) {
        for (Path file : classFiles(start)) {
          String name = root.relativize(file).toString().replace('\\', '/');
          if (copied.add(name)) {
            zip.putNextEntry(new ZipEntry(name));
            Files.copy(file, zip);
            zip.closeEntry();
          }
        }
      }
    }
  }

  private static List<Path> classFiles(Path start) throws IOException {
    try (Stream<Path> files = Files.walk(start)) {
      return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
  }

  /** Ends what still runs and deletes the folder. */
  @Override
  public void close() {
    deleteAndEndAll();
    try {
      Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException alreadyShuttingDown) {
      // then the hook does the same again, which does no harm
    }
  }

  private void deleteAndEndAll() {
    running.forEach(JavaProcess::close);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      folder.toFile().deleteOnExit(); // a temporary folder is no reason to lose a grade
    }
  }
}
