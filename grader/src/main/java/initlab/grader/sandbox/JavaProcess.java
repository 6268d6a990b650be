package initlab.grader.sandbox;

import initlab.grader.text.Messages;
import initlab.grader.worker.BadFrameException;
import initlab.grader.worker.Frame;
import initlab.grader.worker.Protocol;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of ours that untrusted code runs in: small, with an empty environment, talking in frames.
 *
 * <p>A process that never says hello is a {@link HarnessFault}; what happens later is the
 * submission's doing.
 */
public final class JavaProcess implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);
  private final Process process;
  private final WorkerHome home;
  private final Isolation isolation;
  private final PrintedText printed;
  private final FrameReader frames;
  private final DataOutputStream out;
  private final ProcessTree tree;
  private final long maximumBytes;
  private Duration busy = Duration.ZERO;
  private Duration idle = Duration.ZERO;
  private boolean hasExited;
  private volatile boolean wasTooLarge;

  private JavaProcess(Process process, JvmSize size, WorkerHome home, Isolation isolation) {
    this.process = process;
    this.tree = new ProcessTree(process.toHandle());
    this.maximumBytes = (long) size.dataMegabytes() << 20;
    this.home = home;
    this.isolation = isolation;
    home.started(this);
    printed = new PrintedText(process.getErrorStream());
    frames = new FrameReader(process.getInputStream());
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
  }

  /**
   * Starts a process and waits for its hello; tries a second time before it gives up.
   *
   * @throws HarnessFault if it does not start
   */
  public static JavaProcess start(
      WorkerHome home, JvmSize size, Class<?> mainClass, String... arguments) {
    return start(home, home.isolation(), home.classes(), size, mainClass, arguments);
  }

  static JavaProcess start(
      WorkerHome home,
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
            size, classes.archive(size), classes.workerClassPath(), mainClass, List.of(arguments));
    List<String> command = isolation.command(java, classes.folder(), size);
    try {
      return startOnce(command, size, home, isolation);
    } catch (IOException first) {
      try {
        return startOnce(command, size, home, isolation);
      } catch (IOException second) {
        second.addSuppressed(first);
        throw new HarnessFault("a worker process did not start: " + second.getMessage(), second);
      }
    }
  }

  private static JavaProcess startOnce(
      List<String> command, JvmSize size, WorkerHome home, Isolation isolation) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.directory(home.emptyFolder().toFile());
    JavaProcess started;
    synchronized (home) { // a clean-up meanwhile would take it for a leftover
      if (home.isClosing()) {
        throw new IOException("the grader ends");
      }
      started = new JavaProcess(home.launch(builder), size, home, isolation);
    }
    try {
      started.read(Protocol.HELLO_NONCE, Limits.START);
      return started;
    } catch (IOException | CallFailure e) {
      started.close();
      throw new IOException("no hello: " + e.getMessage() + " " + started.printed(), e);
    }
  }

  long id() {
    return process.pid();
  }

  /** Whether it has not ended yet. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Sends one frame. */
  public void send(Frame frame) throws IOException {
    frame.writeTo(out);
  }

  /**
   * Waits for the next frame.
   *
   * @param nonce what the frame must carry
   * @throws CallFailure if time runs out ({@link CallFailure.Kind#TIMEOUT}) or the process ends or
   *     sends something else ({@link CallFailure.Kind#DIED}); the process is ended then
   */
  public byte[] read(long nonce, Limits limits) throws IOException {
    try {
      Frame answer = await(limits);
      hasExited = answer.nonce() == Protocol.EXIT_NONCE;
      if (answer.nonce() != nonce) {
        throw new BadFrameException("an answer that nobody asked for");
      }
      return answer.payload();
    } catch (IOException e) {
      throw died();
    }
  }

  private Frame await(Limits limits) throws IOException {
    long start = System.nanoTime();
    Duration idleBefore = idle;
    Duration cpuBefore = null; // read at the first poll, which most answers never see
    try {
      while (true) {
        Optional<Frame> answer = frames.poll(POLL);
        if (answer.isPresent()) {
          busy = cpuBefore == null ? busy : busy.plus(tree.cpu().minus(cpuBefore));
          return answer.get();
        }
        cpuBefore = cpuBefore == null ? tree.cpu() : cpuBefore;
        if (tree.cpu().minus(cpuBefore).compareTo(limits.cpu()) > 0) {
          throw outOfTime("process.cpu", limits.cpu());
        }
        idle = tree.isIdle() ? idle.plus(POLL) : idle;
        if (idle.minus(idleBefore).compareTo(limits.cpu()) > 0) {
          throw outOfTime("process.idle", limits.cpu());
        }
        if (System.nanoTime() - start > limits.wall().toNanos()) {
          throw outOfTime("process.time", limits.wall());
        }
      }
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new HarnessFault("grading was interrupted", e);
    }
  }

  /** The time in which an answer was waited for and nothing in the process wanted to work. */
  Duration idle() {
    return idle;
  }

  /** The processor time of the answers that took longer than a moment. */
  Duration busy() {
    return busy;
  }

  /** All the processor time that it has used. */
  public Duration processorTime() {
    return tree.cpu();
  }

  private CallFailure outOfTime(String key, Duration limit) {
    close();
    requireNoInterruption();
    return new CallFailure(CallFailure.Kind.TIMEOUT, Messages.get(key, limit.toSeconds()));
  }

  private void requireNoInterruption() {
    if (home.isClosing()) {
      throw new HarnessFault("grading was interrupted", null);
    }
  }

  private CallFailure died() {
    int code = exitCode();
    close();
    requireNoInterruption();
    return wasTooLarge ? ProcessEnd.tooLarge(maximumBytes) : ProcessEnd.failure(code, hasExited);
  }

  /** Ends the process if it holds more memory than it may, however it came by it. */
  void endIfTooLarge() {
    if (tree.memory() > maximumBytes) {
      wasTooLarge = true;
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private int exitCode() {
    try {
      if (process.waitFor(2, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ProcessEnd.STILL_RUNNING;
  }

  /** The beginning of what was printed so far; all of it once the process is closed. */
  public String printed() {
    return printed.text();
  }

  /** Ends the process and all that it started, as far as it is still its parent. */
  @Override
  public void close() {
    home.ended(this);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
      synchronized (home) {
        isolation.cleanUp(home.running());
      }
      frames.stop();
      printed.finish();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
