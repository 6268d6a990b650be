package initlab.grader.sandbox;

import initlab.grader.worker.Frame;
import initlab.grader.worker.Protocol;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A submission's methods in one worker process. The process is taken at the first call and after
 * each call that ended it; a method that ends it costs the others nothing but that start.
 */
public final class SandboxedSubmission implements AutoCloseable {
  /** What a JVM says that ends for want of memory; whether it still comes through is chance. */
  private static final Pattern LAST_WORDS =
      Pattern.compile("Terminating due to java\\.lang\\.OutOfMemoryError.*\\R?");

  private final WorkerHome home;
  private final byte[] classes;
  private final StringBuilder printed = new StringBuilder();
  private final Set<Method> callers = new HashSet<>();
  private @Nullable JavaProcess worker;
  private final Sharing sharing;
  private boolean mayUseShared;
  private boolean isReused;
  private int owed; // answers
  private boolean isClosed;

  /**
   * Prepares calls of the compiled classes.
   *
   * @param sharing who may be called in the same process
   */
  public SandboxedSubmission(WorkerHome home, Map<String, byte[]> classes, Sharing sharing) {
    this.home = home;
    this.sharing = sharing;
    this.mayUseShared = sharing.isAmongOthers() && home.isolation().isFull();
    this.classes = classFrame(home.library().type(), classes);
  }

  /** One of the methods. */
  public Callee method(Method method) {
    return new SandboxedCallee(this, method);
  }

  /** What the methods printed before their last process ended, at most 4 KiB. */
  public String printed() {
    return printed.toString();
  }

  /** Whether a process is at hand in which another method has been called as well. */
  boolean isShared(Method method) {
    return worker != null && callers.stream().anyMatch(caller -> !caller.equals(method));
  }

  /** Whether nothing that the gate lets through can end its process as a kill does. */
  boolean cannotKillItself() {
    return home.isolation().isFull() && sharing != Sharing.METHOD;
  }

  /** Whether no call can use up what another needs. */
  boolean leavesNothingBehind() {
    return sharing == Sharing.STATELESS;
  }

  /** Takes a process for a method, and tells whether other submissions have used it. */
  boolean takesOneThatOthersHaveUsed(Method method) {
    process(method);
    return isReused;
  }

  /** From now on, only processes that no other submission has used. */
  public void useNoneThatOthersHaveUsed() {
    mayUseShared = false;
    restart();
  }

  /** Notes that the process is asked so many questions. */
  void asks(int questions) {
    owed += questions;
  }

  /** Notes that a call returned something. A process that owes an answer is nobody else's. */
  void answered() {
    owed--;
  }

  /** The process to call a method in. */
  JavaProcess process(Method method) {
    if (isClosed) {
      throw new HarnessFault("a submission was called after its grading", null);
    }
    if (sharing == Sharing.METHOD && isShared(method)) {
      restart();
    }
    callers.add(method);
    JavaProcess process = worker != null ? worker : start();
    worker = process;
    return process;
  }

  private JavaProcess start() {
    Optional<JavaProcess> used = mayUseShared ? home.shared().take() : Optional.empty();
    isReused = used.isPresent();
    owed = 0;
    JavaProcess process = used.orElseGet(home::takeWorker);
    try {
      process.send(new Frame(Protocol.CLASSES_NONCE, classes));
      return process;
    } catch (IOException e) {
      process.close();
      throw new HarnessFault("a worker process did not take its classes", e);
    }
  }

  private static byte[] classFrame(String type, Map<String, byte[]> classes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      out.writeUTF(type);
      out.writeInt(classes.size());
      for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().length);
        out.write(entry.getValue());
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new AssertionError("a byte array does not fail", e);
    }
  }

  /** Gives the process back, or ends it, if there is one; the next call takes another. */
  public void restart() {
    if (worker == null) {
      return;
    }
    if (mayUseShared && owed == 0 && hasSaidAll(worker)) {
      home.shared().giveBack(worker);
    } else {
      home.shared().end(worker);
      keep(worker.printed());
    }
    worker = null;
    callers.clear();
  }

  /** Keeps what was printed, so that the next one's text begins with nothing. */
  private boolean hasSaidAll(JavaProcess process) {
    if (sharing == Sharing.STATELESS) {
      return true;
    }
    Optional<String> text = process.takePrinted();
    text.ifPresent(this::keep);
    return text.isPresent();
  }

  private void keep(String all) {
    String text = LAST_WORDS.matcher(all).replaceAll("");
    int room = Math.max(0, PrintedText.MAX_BYTES - printed.length());
    printed.append(text, 0, Math.min(room, text.length()));
  }

  @Override
  public void close() {
    isClosed = true;
    restart();
  }
}
