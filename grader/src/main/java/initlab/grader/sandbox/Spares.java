package initlab.grader.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Workers started ahead. They hold nothing of a submission's yet; in reduced isolation, where a
 * submission could reach another process of its user, none waits while one runs.
 */
final class Spares {
  /** One for each lane that has a processor. */
  private static final int MOST = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final Supplier<JavaProcess> start;
  private final boolean isApart;
  private int expected;
  private final Deque<CompletableFuture<JavaProcess>> started = new ArrayDeque<>();

  /**
   * None yet.
   *
   * @param isApart whether no worker can reach another
   */
  Spares(Supplier<JavaProcess> start, boolean isApart) {
    this.start = start;
    this.isApart = isApart;
  }

  /** Keeps workers ready until so many more have been taken. */
  synchronized void expect(int workers) {
    expected += workers;
    fill();
  }

  private void fill() {
    while (started.size() < Math.min(isApart ? MOST : 1, expected)) {
      started.add(CompletableFuture.supplyAsync(start));
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
    return start.get();
  }

  private synchronized @Nullable CompletableFuture<JavaProcess> next() {
    CompletableFuture<JavaProcess> next = started.poll();
    expected = Math.max(0, expected - 1);
    if (isApart) {
      fill();
    }
    return next;
  }
}
