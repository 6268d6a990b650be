package initlab.grader.sandbox;

import initlab.grader.worker.WorkerMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Where our processes start from and how they are kept apart. */
public final class WorkerHome implements AutoCloseable {
  private final Library library;
  private final TemporaryFolder temporary;
  private final Processes processes;
  private final Confinement confinement;
  private final Spares spares;
  private final SharedWorkers shared = new SharedWorkers();
  private final Thread lastResort;

  /** Makes a folder for this run; it is deleted on {@link #close}. */
  public WorkerHome(Library library) {
    this.library = library;
    try {
      temporary = new TemporaryFolder();
      Path empty = Files.createDirectory(temporary.path().resolve("empty"));
      letTheWorkerRead(temporary.path(), empty);
      processes = new Processes(empty);
      lastResort = lastResort(processes, temporary);
      confinement = Confinement.choose(processes, temporary.path(), library);
      spares = new Spares(() -> worker(processes, confinement), confinement.isolation().isFull());
    } catch (IOException e) {
      throw new HarnessFault("the worker's classes cannot be written: " + e.getMessage(), e);
    }
  }

  /** A temporary folder is its owner's alone; the worker may be another user. */
  private static void letTheWorkerRead(Path folder, Path empty) throws IOException {
    if (Host.isLinux()) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.setPosixFilePermissions(empty, PosixFilePermissions.fromString("r-xr-xr-x"));
    }
  }

  private static Thread lastResort(Processes processes, TemporaryFolder temporary) {
    Thread hook = new Thread(() -> end(processes, temporary), "initlab-cleanup");
    Runtime.getRuntime().addShutdownHook(hook);
    return hook;
  }

  private static JavaProcess worker(Processes processes, Confinement confinement) {
    return processes.start(
        confinement.isolation(), confinement.classes(), JvmSize.WORKER, WorkerMain.class);
  }

  /** How processes from here are kept apart from the machine. */
  public Isolation isolation() {
    return confinement.isolation();
  }

  /**
   * Makes what lets processes start faster, once for this build and JDK; worth its second or two
   * before many submissions, or after the last.
   */
  public void makeArchives() {
    if (!classes().folder().startsWith(temporary.path()) && GraderProcess.makesArchives()) {
      ClassArchives.make(classes(), library, temporary.path());
    }
  }

  /** Starts workers that a submission is about to need, as soon as they fit. */
  public void expect(int workers) {
    spares.expect(workers);
  }

  /** A worker process that has said hello. */
  JavaProcess takeWorker() {
    return spares.take();
  }

  /** The workers that several submissions may use, one after another. */
  SharedWorkers shared() {
    return shared;
  }

  /**
   * A process that has said hello.
   *
   * @throws HarnessFault if it does not start
   */
  public JavaProcess start(JvmSize size, Class<?> mainClass, String... arguments) {
    return processes.start(isolation(), classes(), size, mainClass, arguments);
  }

  /** What the code of a submission finds around it. */
  public Library library() {
    return library;
  }

  SharedClasses classes() {
    return confinement.classes();
  }

  /** The class path of a submission, for javac. */
  public String compilerClassPath() {
    return classes().compilerClassPath();
  }

  /** The processes that are still needed. */
  public Set<Long> running() {
    return processes.running();
  }

  /** Whether what runs is ended because the grader ends, through no doing of its own. */
  public boolean isClosing() {
    return processes.isClosing();
  }

  Processes processes() {
    return processes;
  }

  Path folder() {
    return temporary.path();
  }

  /** Ends what still runs and deletes the folder. */
  @Override
  public void close() {
    end(processes, temporary);
    try {
      Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException alreadyShuttingDown) {
      // then the hook does the same again, which does no harm
    }
  }

  private static void end(Processes processes, TemporaryFolder temporary) {
    processes.close();
    temporary.close();
  }
}
