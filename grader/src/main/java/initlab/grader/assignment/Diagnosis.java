package initlab.grader.assignment;

import java.util.List;

/**
 * What is known of a mistake.
 *
 * @param ids the ids of the known mistakes that fit; empty if none is known
 * @param text for the student; empty if none is known
 */
public record Diagnosis(List<String> ids, String text) {
  /** Nothing. */
  public static final Diagnosis NONE = new Diagnosis(List.of(), "");
}
