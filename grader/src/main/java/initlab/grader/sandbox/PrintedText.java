package initlab.grader.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads what a process prints, so that it never waits for us; keeps the beginning. What several
 * submissions print one after another is told apart by marks.
 */
final class PrintedText {
  static final int MAX_BYTES = 4096;

  static final int MARK_BYTES = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final Thread reader;
  private long read;
  private byte[] last = {};

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
    read += length;
    byte[] both = Arrays.copyOf(last, last.length + length);
    System.arraycopy(buffer, 0, both, last.length, length);
    last = Arrays.copyOfRange(both, Math.max(0, both.length - MARK_BYTES), both.length);
    notifyAll();
  }

  /**
   * Waits for a mark behind which nothing has been printed yet, and takes the text before it.
   *
   * @return nothing if it does not come
   */
  synchronized Optional<String> takeUntil(byte[] mark) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Arrays.equals(last, mark)) {
      long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      if (left <= 0 || !reader.isAlive()) {
        return Optional.empty();
      }
      wait(Math.min(left, 100));
    }
    int length = (int) Math.min(read - mark.length, kept.size());
    String text = new String(kept.toByteArray(), 0, length, StandardCharsets.UTF_8);
    kept.reset();
    read = 0;
    last = new byte[0];
    return Optional.of(text);
  }

  /** Waits a little for what is still on its way. */
  void finish() throws InterruptedException {
    reader.join(2_000);
  }

  synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }
}
