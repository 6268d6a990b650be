package initlab.grader.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Workers that have served submissions which leave nothing behind, and wait for others of that
 * kind. One that has ever done anything but answer is not among them.
 */
final class SharedWorkers {
  /** So that whatever a JVM keeps of its classes does not grow without end. */
  private static final int MOST_SUBMISSIONS = 100;

  /** The kernel ends a process after 300 s, and one call may take 10. */
  private static final Duration MOST_TIME = Duration.ofSeconds(100);

  /** Two for each lane that has a processor. */
  private static final int MOST_IDLE = 2 * Math.max(2, Runtime.getRuntime().availableProcessors());

  private final Deque<JavaProcess> idle = new ArrayDeque<>();
  private final Map<JavaProcess, Integer> served = new HashMap<>();

  /** One that waits, if any does. */
  Optional<JavaProcess> take() {
    Optional<JavaProcess> next = next();
    while (next.isPresent() && !next.get().isAlive()) {
      end(next.get());
      next = next();
    }
    return next;
  }

  private synchronized Optional<JavaProcess> next() {
    return Optional.ofNullable(idle.poll());
  }

  /** Keeps a worker that did nothing but answer, or ends it. */
  void giveBack(JavaProcess worker) {
    worker.rest();
    boolean hasTime = worker.processorTime().compareTo(MOST_TIME) < 0;
    if (!hasTime || !isKept(worker)) {
      end(worker);
    }
  }

  private synchronized boolean isKept(JavaProcess worker) {
    int submissions = served.merge(worker, 1, Integer::sum);
    return submissions < MOST_SUBMISSIONS && idle.size() < MOST_IDLE && idle.add(worker);
  }

  /** Ends one that is in any doubt; lanes do not wait for each other's. */
  void end(JavaProcess worker) {
    forget(worker);
    worker.close();
  }

  private synchronized void forget(JavaProcess worker) {
    served.remove(worker);
  }
}
