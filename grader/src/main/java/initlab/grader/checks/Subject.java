package initlab.grader.checks;

import initlab.grader.sandbox.CallFailure;
import initlab.grader.sandbox.Initializer;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The submission under check. JUnit makes the instances of check classes, so they find it here;
 * there is one at a time in a JVM.
 */
public final class Subject {
  private static volatile @Nullable Subject current;

  private final Thread thread = Thread.currentThread();
  private final Map<Exercise, Initializer> initializers;
  private final CourseSecret secret;
  private @Nullable CallFailure timeout;
  private boolean hasRestarted;

  private Subject(Map<Exercise, Initializer> initializers, CourseSecret secret) {
    this.initializers = initializers;
    this.secret = secret;
  }

  /** Runs one check with a submission in place, and the secret that its inputs derive from. */
  public static void during(
      Map<Exercise, Initializer> initializers, CourseSecret secret, Runnable check) {
    if (current != null) {
      throw new IllegalStateException("two submissions cannot be checked at the same time");
    }
    current = new Subject(initializers, secret);
    try {
      check.run();
    } finally {
      current = null;
    }
  }

  static Subject current() {
    Subject subject = Objects.requireNonNull(current, "checks run inside Subject.during");
    if (subject.thread != Thread.currentThread()) {
      throw new IllegalStateException("a check must call the submission from its own thread");
    }
    return subject;
  }

  /** What the inputs of the check that runs now derive from; outside of a grading the built-in. */
  static CourseSecret secret() {
    Subject subject = current;
    return subject == null ? CourseSecret.builtIn() : subject.secret;
  }

  /**
   * Calls the student's method. After a call that ran out of time the check makes no other: what
   * looks for a simpler failing example would wait again and again.
   */
  Answer call(Exercise exercise, int[] layerDims, long seed) {
    if (timeout != null) {
      throw timeout;
    }
    try {
      return new Answer(
          exercise, layerDims, seed, initializer(exercise).call(layerDims.clone(), seed));
    } catch (CallFailure e) {
      if (e.kind() == CallFailure.Kind.TIMEOUT) {
        timeout = e;
      }
      throw e;
    }
  }

  /** Lets the next call start in a fresh process. A check does so once: a process takes time. */
  void restartOnce(Exercise exercise) {
    if (!hasRestarted) {
      hasRestarted = true;
      initializer(exercise).restart();
    }
  }

  private Initializer initializer(Exercise exercise) {
    return Objects.requireNonNull(initializers.get(exercise));
  }
}
