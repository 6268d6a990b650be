package initlab.grader.assignment;

/** What a submission's methods returned to all that they were asked; its checks know its kind. */
public interface Interview {
  /** What the questions derived from. */
  CourseSecret secret();

  /**
   * Whether every answer is the reference's to the last bit, whenever it was asked: then each check
   * finds what it finds of the reference. An assignment that cannot tell says no.
   */
  default boolean isTheReferences() {
    return false;
  }
}
