package initlab.grader.sandbox;

import initlab.grader.worker.Frame;
import initlab.grader.worker.Protocol;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A submission's methods in one worker process. The process is started at the first call and after
 * each call that ended it; a method that ends it costs the others nothing but that start.
 */
public final class SandboxedSubmission implements AutoCloseable {
  private final WorkerHome home;
  private final byte[] classes;
  private final StringBuilder printed = new StringBuilder();
  private final Set<Method> callers = new HashSet<>();
  private @Nullable JavaProcess worker;
  private final boolean isApart;
  private boolean isClosed;

  /**
   * Prepares calls of the compiled classes.
   *
   * @param isApart whether each method has a process of its own: what the gate has not seen can
   *     leave something behind that ends another method's call
   */
  public SandboxedSubmission(WorkerHome home, Map<String, byte[]> classes, boolean isApart) {
    this.home = home;
    this.isApart = isApart;
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
    return home.isolation().isFull() && !isApart;
  }

  /** The process to call a method in. */
  JavaProcess process(Method method) {
    if (isClosed) {
      throw new HarnessFault("a submission was called after its grading", null);
    }
    if (isApart && isShared(method)) {
      restart();
    }
    callers.add(method);
    JavaProcess process = worker != null ? worker : start();
    worker = process;
    return process;
  }

  private JavaProcess start() {
    JavaProcess process = home.takeWorker();
    try {
      process.send(new Frame(Protocol.HELLO_NONCE, classes));
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

  /** Ends the process, if there is one; the next call starts another. */
  public void restart() {
    if (worker != null) {
      worker.close();
      keep(worker.printed());
      worker = null;
      callers.clear();
    }
  }

  private void keep(String text) {
    int room = Math.max(0, PrintedText.MAX_BYTES - printed.length());
    printed.append(text, 0, Math.min(room, text.length()));
  }

  @Override
  public void close() {
    isClosed = true;
    restart();
  }
}
