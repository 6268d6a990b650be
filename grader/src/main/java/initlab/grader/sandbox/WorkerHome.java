package initlab.grader.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A folder with the jars that our processes run from, taken out of the grader's own class path:
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

  /** The rest of the handout, for javac alone: a leftover main may start the lab. */
  private static final List<String> HANDOUT = List.of("initlab/student/");

  private static final String STUB = "initlab/student/Initializers";
  private static final List<String> WORKER = List.of("initlab/grader/worker/");

  private final Path folder;
  private final ClassJar library;
  private final ClassJar handout;
  private final ClassJar worker;
  private final Path empty;
  private final TemporaryFolder temporary;
  private final Isolation isolation;
  private volatile boolean isClosing;
  private final Set<JavaProcess> running = ConcurrentHashMap.newKeySet();
  private final Thread lastResort = new Thread(this::shutDown, "initlab-cleanup");

  /** Makes the folder; it is deleted on {@link #close}. */
  public WorkerHome() {
    try {
      temporary = new TemporaryFolder();
      folder = temporary.path();
      library = new ClassJar(folder.resolve("library.jar"), LIBRARY, name -> true);
      handout =
          new ClassJar(folder.resolve("handout.jar"), HANDOUT, name -> !name.startsWith(STUB));
      worker = new ClassJar(folder.resolve("worker.jar"), WORKER, name -> true);
      empty = Files.createDirectory(folder.resolve("empty"));
      letTheWorkerRead();
      Runtime.getRuntime().addShutdownHook(lastResort);
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
  public String compilerClassPath() {
    return library.file() + File.pathSeparator + handout.file();
  }

  /** The class path of a worker process. */
  String workerClassPath() {
    return worker.file() + File.pathSeparator + library.file();
  }

  void started(JavaProcess process) {
    running.add(process);
  }

  /** The processes that are still needed. */
  Set<Long> running() {
    return running.stream().map(JavaProcess::id).collect(Collectors.toSet());
  }

  void ended(JavaProcess process) {
    running.remove(process);
  }

  /** Undoes what a submission of the same user may have done to the classes of the next. */
  void restoreJars() {
    try {
      for (ClassJar jar : List.of(library, handout, worker)) {
        jar.restore();
      }
    } catch (IOException e) {
      throw new HarnessFault("the worker's classes cannot be written: " + e.getMessage(), e);
    }
  }

  /** Where processes start: an empty folder beside the jars. */
  Path emptyFolder() {
    return empty;
  }

  Path folder() {
    return folder;
  }

  /** A temporary folder is its owner's alone; the worker may be another user. */
  private void letTheWorkerRead() throws IOException {
    if (Host.isLinux()) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.setPosixFilePermissions(empty, PosixFilePermissions.fromString("r-xr-xr-x"));
      for (ClassJar jar : List.of(library, handout, worker)) {
        Files.setPosixFilePermissions(jar.file(), PosixFilePermissions.fromString("rw-r--r--"));
      }
    }
  }

  /** Ends what still runs and deletes the folder. */
  @Override
  public void close() {
    shutDown();
    try {
      Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException alreadyShuttingDown) {
      // then the hook does the same again, which does no harm
    }
  }

  /** Whether processes are ended because the grader ends, through no doing of theirs. */
  boolean isClosing() {
    return isClosing;
  }

  private void shutDown() {
    isClosing = true;
    endAndDelete();
  }

  private synchronized void endAndDelete() {
    running.forEach(JavaProcess::close);
    temporary.close();
  }
}
