package initlab.grader.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a run is. */
public enum RunState {
  /** It did not come to its end, or a fault of ours spoilt it. */
  RUNNING,
  /** It has written everything. */
  COMPLETE;

  /** The word in {@code run.json}. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
