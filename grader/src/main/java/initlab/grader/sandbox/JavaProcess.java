package initlab.grader.sandbox;

import initlab.grader.text.Messages;
import initlab.grader.worker.BadFrameException;
import initlab.grader.worker.Frame;
import initlab.grader.worker.Protocol;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of ours that untrusted code runs in: small, with an empty environment, talking in frames.
 * One that never says hello is a {@link HarnessFault}; what happens later is a submission's doing.
 */
public final class JavaProcess implements AutoCloseable {
  private static final SecureRandom MARKS = new SecureRandom();
  private static final Duration POLL = Duration.ofMillis(20);

  /** A start takes a tenth of a second; one that takes longer may never come to an end. */
  private static final Duration START = Duration.ofSeconds(2);

  /** What counts of the time between two looks: a machine that stood still had not worked. */
  private static final Duration MOST_AT_ONCE = Duration.ofMillis(250);

  private final Process process;
  private final Processes processes;
  private final Isolation isolation;
  private final PrintedText printed;
  private final FrameReader frames;
  private final DataOutputStream out;
  private final ProcessTree tree;
  private final long maximumBytes;
  private Duration busy = Duration.ZERO;
  private Duration idle = Duration.ZERO;
  private boolean hasExited;
  private volatile boolean isAtRest = true; // until it is sent anything
  private volatile boolean wasTooLarge;

  JavaProcess(Process process, JvmSize size, Processes processes, Isolation isolation) {
    this.process = process;
    this.tree = new ProcessTree(process.toHandle());
    this.maximumBytes = (long) size.dataMegabytes() << 20;
    this.processes = processes;
    this.isolation = isolation;
    printed = new PrintedText(process.getErrorStream());
    frames = new FrameReader(process.getInputStream());
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
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
    isAtRest = false;
    frame.writeTo(out);
  }

  /**
   * Waits for the next frame.
   *
   * @param nonce what the frame must carry
   * @throws CallFailure if time runs out ({@link CallFailure.Kind#TIMEOUT}, {@link
   *     CallFailure.Kind#CPU_TIMEOUT}) or the process ends or sends something else ({@link
   *     CallFailure.Kind#DIED}); the process is ended then
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
      boolean isStillTalking = e instanceof BadFrameException && !hasExited;
      throw end(isStillTalking ? ProcessEnd.STILL_RUNNING : exitCode());
    }
  }

  private Frame await(Limits limits) throws IOException {
    try {
      Optional<Frame> quick = frames.poll(POLL); // most answers: no clock of the system is read
      return quick.isPresent() ? quick.get() : awaitSlow(limits);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new HarnessFault("grading was interrupted", e);
    }
  }

  private Frame awaitSlow(Limits limits) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Duration idleBefore = idle;
    Duration used = Duration.ZERO;
    Duration seen = tree.cpu();
    Optional<Frame> answer = Optional.empty();
    while (answer.isEmpty()) {
      idle = tree.isIdle() ? idle.plus(POLL) : idle;
      Duration wall = Duration.ofNanos(System.nanoTime() - start);
      require(limits, used, idle.minus(idleBefore), wall);
      answer = frames.poll(POLL);
      Duration now = tree.cpu();
      used = used.plus(Collections.min(List.of(MOST_AT_ONCE, now.minus(seen))));
      seen = now;
    }
    busy = busy.plus(used);
    return answer.get();
  }

  private void require(Limits limits, Duration cpu, Duration idle, Duration wall) {
    if (cpu.compareTo(limits.cpu()) > 0) {
      throw outOfTime(CallFailure.Kind.CPU_TIMEOUT, "process.cpu", limits.cpu());
    }
    if (idle.compareTo(limits.cpu()) > 0) {
      throw outOfTime(CallFailure.Kind.TIMEOUT, "process.idle", limits.cpu());
    }
    if (wall.compareTo(limits.wall()) > 0) {
      throw outOfTime(CallFailure.Kind.TIMEOUT, "process.time", limits.wall());
    }
  }

  /** The time in which nothing in it wanted to work while an answer was waited for. */
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

  private CallFailure outOfTime(CallFailure.Kind kind, String key, Duration limit) {
    close();
    requireNoInterruption();
    return new CallFailure(kind, Messages.get(key, limit.toSeconds()));
  }

  private void requireNoInterruption() {
    if (processes.isClosing()) {
      throw new HarnessFault("grading was interrupted", null);
    }
  }

  /** Why it takes no more questions; it is ended then. */
  CallFailure end() {
    return end(exitCode());
  }

  private CallFailure end(int code) {
    close();
    requireNoInterruption();
    return wasTooLarge ? ProcessEnd.tooLarge(maximumBytes) : ProcessEnd.failure(code, hasExited);
  }

  /** Leaves it alone until the next frame is sent: all that was in it has come to its end. */
  void rest() {
    isAtRest = true;
  }

  /** Ends the process if it holds more memory than it may, however it came by it. */
  void endIfTooLarge() {
    if (!isAtRest && tree.memory() > maximumBytes) {
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

  /**
   * Takes the beginning of what was printed since the last time, from a worker that owes no answer;
   * nothing if it does not let it be known.
   */
  Optional<String> takePrinted() {
    byte[] mark = new byte[PrintedText.MARK_BYTES];
    MARKS.nextBytes(mark);
    try {
      send(new Frame(Protocol.MARK_NONCE, mark));
      return printed.takeUntil(mark);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Ends the process and all that it started, as far as it is still its parent. */
  @Override
  public void close() {
    processes.ends(this);
    awaitStart();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
      processes.cleanUp(isolation);
      frames.stop();
      printed.finish();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A bubblewrap that is killed while it starts leaves a process behind that waits for it for ever
   * and keeps its pipes open.
   */
  private void awaitStart() {
    try {
      frames.awaitFirst(START);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
