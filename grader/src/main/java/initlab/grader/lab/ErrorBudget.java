package initlab.grader.lab;

/** How often the statistical checks may be wrong; derived in {@link Statistics}. */
public final class ErrorBudget {
  /** The p-value below which one test fails. */
  public static final double ALPHA = 1e-11;

  /** The probability that a scale off by 2 % or more, or a known mistake, is not caught. */
  public static final double MISSED_MISTAKES = 1e-6;

  private ErrorBudget() {}

  /**
   * The probability that right weights, drawn another way than the reference's, fail any test.
   *
   * @param tests how many tests a grading makes
   */
  public static double falseAlarms(int tests) {
    return ALPHA * tests;
  }
}
