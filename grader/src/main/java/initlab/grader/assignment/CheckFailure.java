package initlab.grader.assignment;

/** A check found a mistake of the student's; the message is for the student. */
public final class CheckFailure extends AssertionError {
  private static final long serialVersionUID = 1L;

  /** Says what was measured, what was expected, and where. */
  public CheckFailure(String message) {
    super(message);
  }
}
