package initlab.grader.sandbox;

import java.util.Set;

/**
 * Ends processes that hold more memory than they may. The kernel's limit is on private memory
 * alone; this one counts shared memory and page tables too.
 */
final class MemoryWatch implements Runnable {
  private static final long INTERVAL_MILLIS = 50;

  private final Set<JavaProcess> running;

  private MemoryWatch(Set<JavaProcess> running) {
    this.running = running;
  }

  /** Watches processes, those that are added later included, for as long as the grader runs. */
  static Thread start(Set<JavaProcess> running) {
    Thread thread = new Thread(new MemoryWatch(running), "initlab-memory");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Override
  public void run() {
    try {
      while (true) {
        running.forEach(JavaProcess::endIfTooLarge);
        Thread.sleep(INTERVAL_MILLIS);
      }
    } catch (InterruptedException e) {
      return; // the home of these processes is closed
    }
  }
}
