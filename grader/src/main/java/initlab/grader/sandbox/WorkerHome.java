package initlab.grader.sandbox;

import initlab.grader.worker.WorkerMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Where our processes start from and how they are kept apart; it knows which of them run. */
public final class WorkerHome implements AutoCloseable {
  private final Library library;
  private final TemporaryFolder temporary;
  private final SharedClasses classes;
  private final Path empty;
  private final Isolation isolation;
  private final Spares spares;
  private volatile boolean isClosing;
  private final Set<JavaProcess> running = ConcurrentHashMap.newKeySet();
  private final Thread memoryWatch = MemoryWatch.start(running);
  private final Thread lastResort = new Thread(this::shutDown, "initlab-cleanup");

  /** A process ends with the thread that started it, so all are started by one that stays. */
  private final ExecutorService launcher = Executors.newSingleThreadExecutor(WorkerHome::daemon);

  /** Makes a folder for this run; it is deleted on {@link #close}. */
  public WorkerHome(Library library) {
    this.library = library;
    try {
      temporary = new TemporaryFolder();
      empty = Files.createDirectory(temporary.path().resolve("empty"));
      letTheWorkerRead();
      Runtime.getRuntime().addShutdownHook(lastResort);
      SharedClasses cached = ClassCache.find(library).orElse(null);
      Isolation first = cached == null ? null : Canary.choose(this, cached);
      if (cached != null && first != null && isSafe(first, cached)) {
        isolation = first;
        classes = cached;
      } else {
        classes = SharedClasses.write(temporary.path(), library);
        isolation = Canary.choose(this, classes);
        if (cached != null && !isolation.isFull()) {
          ClassCache.forget(cached);
        }
      }
      spares = new Spares(this, isolation.isFull() ? 2 : 1);
    } catch (IOException e) {
      throw new HarnessFault("the worker's classes cannot be written: " + e.getMessage(), e);
    }
  }

  /** Whether workers can start from there, and none of them can change it for the next. */
  private boolean isSafe(Isolation isolation, SharedClasses cached) {
    return isolation.isFull() || (Host.isRoot() && Canary.canStart(isolation, this, cached));
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "initlab-launcher");
    thread.setDaemon(true);
    return thread;
  }

  /** How processes from here are kept apart from the machine. */
  public Isolation isolation() {
    return isolation;
  }

  /**
   * Makes what lets processes start faster, once for this build and JDK; worth its second or two
   * before many submissions, or after the last.
   */
  public void makeArchives() {
    if (!classes.folder().startsWith(temporary.path()) && GraderProcess.makesArchives()) {
      ClassArchives.make(classes, library, temporary.path());
    }
  }

  /** Starts workers that a submission is about to need, as soon as they fit. */
  public void expect(int workers) {
    spares.expect(workers);
  }

  JavaProcess takeWorker() {
    return spares.take();
  }

  /** A worker process that has said hello. */
  JavaProcess startWorker() {
    return JavaProcess.start(this, JvmSize.WORKER, WorkerMain.class);
  }

  /** What the code of a submission finds around it. */
  public Library library() {
    return library;
  }

  SharedClasses classes() {
    return classes;
  }

  /** The class path of a submission, for javac. */
  public String compilerClassPath() {
    return classes.compilerClassPath();
  }

  Process launch(ProcessBuilder builder) throws IOException {
    try {
      return launcher.submit(builder::start).get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  void started(JavaProcess process) {
    running.add(process);
  }

  /** The processes that are still needed. */
  public Set<Long> running() {
    return running.stream().map(JavaProcess::id).collect(Collectors.toSet());
  }

  void ended(JavaProcess process) {
    running.remove(process);
  }

  /** Where processes start: an empty folder. */
  Path emptyFolder() {
    return empty;
  }

  Path folder() {
    return temporary.path();
  }

  /** A temporary folder is its owner's alone; the worker may be another user. */
  private void letTheWorkerRead() throws IOException {
    if (Host.isLinux()) {
      Files.setPosixFilePermissions(temporary.path(), PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.setPosixFilePermissions(empty, PosixFilePermissions.fromString("r-xr-xr-x"));
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
    launcher.shutdown();
    memoryWatch.interrupt();
  }

  private synchronized void endAndDelete() {
    running.forEach(JavaProcess::close);
    isolation.end();
    temporary.close();
  }
}
