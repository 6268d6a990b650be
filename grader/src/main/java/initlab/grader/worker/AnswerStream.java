package initlab.grader.worker;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;

/**
 * Where answers go. A write of a few hundred bytes wakes two threads of the grader, and costs more
 * than most answers: those that come quickly can go together.
 */
final class AnswerStream extends DataOutputStream {
  private static final long SOON_MILLIS = 5;

  private final Semaphore waiting = new Semaphore(0);
  private boolean isBatching;

  AnswerStream(OutputStream out) {
    super(new BufferedOutputStream(out, Protocol.PIPE));
  }

  /** From now on, what is sent is gone in a moment, whatever the writer does meanwhile. */
  void batch() {
    isBatching = true;
    Thread flusher = new Thread(this::flushAgainAndAgain, "answers");
    flusher.setDaemon(true);
    flusher.start();
  }

  /** Sends what was written. */
  void send() throws IOException {
    if (isBatching) {
      waiting.release();
    } else {
      flush();
    }
  }

  private void flushAgainAndAgain() {
    try {
      while (true) {
        waiting.acquire();
        Thread.sleep(SOON_MILLIS);
        waiting.drainPermits();
        flush();
      }
    } catch (IOException | InterruptedException e) {
      Runtime.getRuntime().halt(1); // nobody listens any more
    }
  }
}
