package initlab.grader.grading;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a submission. */
public enum SubmissionState {
  /** The checks ran. */
  GRADED,
  /** javac refused the source. */
  NOT_COMPILED,
  /** It cannot be graded as it is, for a reason that the student can mend. */
  REJECTED,
  /** The file was not handed in. */
  MISSING,
  /** The grader failed; the score means nothing. */
  HARNESS_ERROR;

  /** The name in result files: {@code not_compiled}. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
