package initlab.grader.assignment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The submission under check. JUnit makes the instances of check classes, so they find it here;
 * there is one at a time in a JVM.
 */
public final class Subject {
  private static volatile @Nullable Subject current;

  private final Thread thread = Thread.currentThread();
  private final Interview interview;

  private Subject(Interview interview) {
    this.interview = interview;
  }

  /** Runs checks on what a submission answered. */
  public static void during(Interview interview, Runnable checks) {
    if (current != null) {
      throw new IllegalStateException("two submissions cannot be checked at the same time");
    }
    current = new Subject(interview);
    try {
      checks.run();
    } finally {
      current = null;
    }
  }

  /**
   * What the submission returned, to the check that runs now.
   *
   * @throws IllegalStateException if another thread asks than the one that checks
   */
  public static Interview current() {
    Subject subject = Objects.requireNonNull(current, "checks run inside Subject.during");
    if (subject.thread != Thread.currentThread()) {
      throw new IllegalStateException("a check must ask the submission from its own thread");
    }
    return subject.interview;
  }

  /** What the inputs of the check that runs now derive from; outside of a grading the built-in. */
  public static CourseSecret secret() {
    Subject subject = current;
    return subject == null ? CourseSecret.builtIn() : subject.interview.secret();
  }
}
