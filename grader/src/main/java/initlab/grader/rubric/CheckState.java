package initlab.grader.rubric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a check. Only {@link #PASSED} earns points. */
public enum CheckState {
  /** The submission showed what the check asks. */
  PASSED,
  /** The check found a mistake. */
  FAILED,
  /** The student's method threw an exception or ended its process. */
  ERROR,
  /** The student's method ran out of time. */
  TIMEOUT,
  /** A check that must pass first did not. */
  BLOCKED,
  /** The check was not run. */
  NOT_RUN;

  /** The name in result files: {@code not_run}. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
