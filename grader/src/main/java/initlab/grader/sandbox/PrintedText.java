package initlab.grader.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads what a process prints, so that it never waits for us; keeps the beginning. */
final class PrintedText {
  static final int MAX_BYTES = 4096;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final Thread reader;

  PrintedText(InputStream in) {
    reader = new Thread(() -> read(in), "initlab-printed");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(InputStream in) {
    byte[] buffer = new byte[8192];
    try (in) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        keep(buffer, length);
      }
    } catch (IOException e) {
      return; // the process was ended; what came before is kept
    }
  }

  private synchronized void keep(byte[] buffer, int length) {
    kept.write(buffer, 0, Math.min(length, MAX_BYTES - kept.size()));
  }

  /** Waits a little for what is still on its way. */
  void finish() throws InterruptedException {
    reader.join(2_000);
  }

  synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }
}
