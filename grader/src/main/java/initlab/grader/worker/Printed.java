package initlab.grader.worker;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Keeps the beginning of what a submission prints, and drops the rest. */
final class Printed extends OutputStream {
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  @Override
  public synchronized void write(int b) {
    if (kept.size() < Protocol.MAX_PRINTED) {
      kept.write(b);
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    kept.write(bytes, offset, Math.min(length, Protocol.MAX_PRINTED - kept.size()));
  }

  /** What was printed since the last call of this method. */
  synchronized byte[] take() {
    byte[] bytes = kept.toByteArray();
    kept.reset();
    return bytes;
  }
}
