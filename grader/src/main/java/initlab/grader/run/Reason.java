package initlab.grader.run;

import java.util.Locale;

/** Why a submission is graded, or is not. */
public enum Reason {
  /** There is no result of it. */
  NEW,
  /** Its source is another one. */
  SOURCE,
  /** The result was graded with other settings. */
  SETTINGS,
  /** The gate refused what is now allowed. */
  ALLOWANCE,
  /** The rubric has a check that was not run. */
  RUBRIC,
  /** The grader failed at it. */
  FAULT,
  /** It was asked for by name. */
  ASKED,
  /** It has no source, so that there is nothing to run. */
  NO_SOURCE,
  /** The result still holds. */
  KEPT,
  /**
   * The result still holds, with other points: a rubric, a time, or a teacher's word is another.
   */
  SCORED,
  /** It is another one now, but was not asked for. */
  NOT_ASKED,
  /** It is not there any more. */
  GONE;

  /** The key of the sentence that says so of some submissions. */
  public String key() {
    return "run.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a submission is graded for it. */
  boolean isToGrade() {
    return compareTo(KEPT) < 0;
  }
}
