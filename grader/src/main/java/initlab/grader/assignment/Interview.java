package initlab.grader.assignment;

/** What a submission's methods returned to all that they were asked; its checks know its kind. */
public interface Interview {
  /** What the questions derived from. */
  CourseSecret secret();
}
