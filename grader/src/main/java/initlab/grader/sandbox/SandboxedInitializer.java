package initlab.grader.sandbox;

import initlab.grader.text.Messages;
import initlab.grader.worker.Frame;
import initlab.grader.worker.Protocol;
import initlab.grader.worker.WorkerMain;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A submission's method in a worker process of its own. The process is started at the first call
 * and after each call that ended it.
 */
public final class SandboxedInitializer implements Initializer, AutoCloseable {
  private static final int MAX_TIMEOUTS = 2;
  private static final SecureRandom NONCES = new SecureRandom();

  private final WorkerHome home;
  private final Map<String, byte[]> classes;
  private final Protocol.Method method;
  private final StringBuilder printed = new StringBuilder();
  private @Nullable JavaProcess worker;
  private int timeouts;
  private Duration busy = Duration.ZERO;
  private boolean isClosed;

  /** Prepares calls of one method of the compiled classes. */
  public SandboxedInitializer(
      WorkerHome home, Map<String, byte[]> classes, Protocol.Method method) {
    this.home = home;
    this.classes = classes;
    this.method = method;
  }

  @Override
  public Returned call(int[] layerDims, long seed) {
    if (isClosed) {
      throw new HarnessFault("a submission was called after its grading", null);
    }
    if (timeouts >= MAX_TIMEOUTS) {
      throw new CallFailure(CallFailure.Kind.TIMEOUT, Messages.get("process.not-again", timeouts));
    }
    if (busy().compareTo(Limits.ALL_CALLS) > 0) {
      throw new CallFailure(
          CallFailure.Kind.TIMEOUT, Messages.get("process.budget", Limits.ALL_CALLS.toSeconds()));
    }
    try {
      return new AnswerReader(ask(question(layerDims, seed))).returned();
    } catch (CallFailure e) {
      if (e.kind() == CallFailure.Kind.TIMEOUT) {
        timeouts++;
      }
      if (e.kind() == CallFailure.Kind.TIMEOUT || e.kind() == CallFailure.Kind.DIED) {
        restart();
      }
      throw e;
    }
  }

  /** What the method printed before its last process ended, at most 4 KiB. */
  public String printed() {
    return printed.toString();
  }

  private Duration busy() {
    return worker == null ? busy : busy.plus(worker.busy());
  }

  private void keep(String text) {
    int room = Math.max(0, PrintedText.MAX_BYTES - printed.length());
    printed.append(text, 0, Math.min(room, text.length()));
  }

  private byte[] ask(byte[] question) {
    JavaProcess process = worker != null ? worker : start();
    worker = process;
    long nonce = NONCES.nextLong();
    try {
      process.send(new Frame(nonce, question));
      return process.read(nonce, Limits.CALL);
    } catch (IOException e) {
      throw new CallFailure(CallFailure.Kind.DIED, Messages.get("process.gone"));
    }
  }

  private JavaProcess start() {
    JavaProcess process = JavaProcess.start(home, JvmSize.WORKER, WorkerMain.class);
    try {
      process.send(new Frame(Protocol.HELLO_NONCE, classFrame()));
      return process;
    } catch (IOException e) {
      process.close();
      throw new HarnessFault("a worker process did not take its classes", e);
    }
  }

  private byte[] classFrame() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(classes.size());
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().length);
      out.write(entry.getValue());
    }
    return bytes.toByteArray();
  }

  private byte[] question(int[] layerDims, long seed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      out.writeUTF(method.name());
      out.writeInt(layerDims.length);
      for (int size : layerDims) {
        out.writeInt(size);
      }
      out.writeLong(seed);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new AssertionError("a byte array does not fail", e);
    }
  }

  @Override
  public void restart() {
    if (worker != null) {
      busy = busy();
      worker.close();
      keep(worker.printed());
      worker = null;
    }
  }

  @Override
  public void close() {
    isClosed = true;
    restart();
  }
}
