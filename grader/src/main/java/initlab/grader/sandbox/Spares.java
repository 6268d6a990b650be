package initlab.grader.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Workers started ahead. They hold nothing of a submission's yet; in reduced isolation, where a
 * submission could reach another process of its user, none waits while one runs.
 */
final class Spares {
  private final WorkerHome home;
  private final int most;
  private int expected;
  private final Deque<CompletableFuture<JavaProcess>> started = new ArrayDeque<>();

  Spares(WorkerHome home, int most) {
    this.home = home;
    this.most = most;
  }

  /** Keeps workers ready until so many more have been taken. */
  synchronized void expect(int workers) {
    expected += workers;
    fill();
  }

  private void fill() {
    while (started.size() < Math.min(most, expected)) {
      started.add(CompletableFuture.supplyAsync(home::startWorker));
    }
  }

  /**
   * A worker that has said hello and is still there.
   *
   * @throws HarnessFault if none can be started
   */
  JavaProcess take() {
    CompletableFuture<JavaProcess> spare = next();
    while (spare != null) {
      try {
        JavaProcess process = spare.join();
        if (process.isAlive()) {
          return process;
        }
        process.close();
      } catch (CompletionException e) {
        break; // the next attempt says what is wrong
      }
      spare = next();
    }
    return home.startWorker();
  }

  private synchronized @Nullable CompletableFuture<JavaProcess> next() {
    CompletableFuture<JavaProcess> next = started.poll();
    expected = Math.max(0, expected - 1);
    if (home.isolation().isFull()) {
      fill();
    }
    return next;
  }
}
