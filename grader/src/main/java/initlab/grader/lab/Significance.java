package initlab.grader.lab;

import java.util.concurrent.atomic.AtomicInteger;

/** Where every statistical test is decided, and counted for the error budget. */
public final class Significance {
  private static final AtomicInteger TESTS = new AtomicInteger();

  private Significance() {}

  /** Whether a p-value is too small to be chance. One that is no number is. */
  static boolean isSignificant(double pValue) {
    TESTS.incrementAndGet();
    return !(pValue >= ErrorBudget.ALPHA);
  }

  /** How many tests this JVM has made so far. */
  public static int tests() {
    return TESTS.get();
  }
}
