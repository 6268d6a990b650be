package initlab.grader.sandbox;

import initlab.grader.worker.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Starts our processes and knows which of them run, so that none outlives the run. */
final class Processes implements AutoCloseable {
  private final Path emptyFolder;
  private final Set<JavaProcess> running = ConcurrentHashMap.newKeySet();
  private final Set<Isolation> isolations = ConcurrentHashMap.newKeySet();
  private final Thread memoryWatch = MemoryWatch.start(running);
  private volatile boolean isClosing;

  /** A process ends with the thread that started it, so all are started by one that stays. */
  private final ExecutorService launcher = Executors.newSingleThreadExecutor(Processes::daemon);

  /**
   * No process yet.
   *
   * @param emptyFolder where they start
   */
  Processes(Path emptyFolder) {
    this.emptyFolder = emptyFolder;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "initlab-launcher");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Starts a process and waits for its hello; tries a second time before it gives up.
   *
   * @throws HarnessFault if it does not start
   */
  JavaProcess start(
      Isolation isolation,
      SharedClasses classes,
      JvmSize size,
      Class<?> mainClass,
      String... arguments) {
    if (!isolation.isFull()) {
      classes.restore();
    }
    List<String> java =
        JavaCommand.line(
            size, classes.archive(size), classes.program(mainClass), List.of(arguments));
    List<String> command = isolation.command(java, classes.folder(), size);
    try {
      return startOnce(command, size, isolation);
    } catch (IOException first) {
      return startAgain(command, size, isolation, first);
    }
  }

  private JavaProcess startAgain(
      List<String> command, JvmSize size, Isolation isolation, IOException first) {
    try {
      return startOnce(command, size, isolation);
    } catch (IOException second) {
      second.addSuppressed(first);
      throw new HarnessFault("a worker process did not start: " + second.getMessage(), second);
    }
  }

  private JavaProcess startOnce(List<String> command, JvmSize size, Isolation isolation)
      throws IOException {
    JavaProcess started = launch(command, size, isolation);
    try {
      started.read(Protocol.HELLO_NONCE, Limits.START);
      return started;
    } catch (IOException | CallFailure e) {
      started.close();
      throw new IOException("no hello: " + e.getMessage() + " " + started.printed(), e);
    }
  }

  /** A clean-up between start and entry would take the process for a leftover: hence the lock. */
  private synchronized JavaProcess launch(List<String> command, JvmSize size, Isolation isolation)
      throws IOException {
    if (isClosing) {
      throw new IOException("the grader ends");
    }
    isolations.add(isolation);
    JavaProcess started = new JavaProcess(launch(command), size, this, isolation);
    running.add(started);
    return started;
  }

  private Process launch(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.directory(emptyFolder.toFile());
    try {
      return launcher.submit(builder::start).get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** A process is not needed any more. */
  void ends(JavaProcess process) {
    running.remove(process);
  }

  /** Removes what a process that has ended may have left behind, and nothing that still runs. */
  synchronized void cleanUp(Isolation isolation) {
    isolation.cleanUp(running());
  }

  /** The processes that are still needed, those included that are being started now. */
  synchronized Set<Long> running() {
    return running.stream().map(JavaProcess::id).collect(Collectors.toSet());
  }

  /** Whether processes are ended because the grader ends, through no doing of theirs. */
  boolean isClosing() {
    return isClosing;
  }

  /** Ends what still runs, and starts nothing more. */
  @Override
  public void close() {
    isClosing = true;
    endAll();
    launcher.shutdown();
    memoryWatch.interrupt();
  }

  private synchronized void endAll() {
    running.forEach(JavaProcess::close);
    isolations.forEach(Isolation::end);
    isolations.clear();
  }
}
