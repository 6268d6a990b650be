package initlab.grader.lab;

import initlab.grader.assignment.CourseSecret;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** What students are not to know before they hand in, as it would stand in a text. */
public final class HiddenInputs {
  private HiddenInputs() {}

  /** The seeds and layer dimensions that a secret decides. */
  public static Set<String> of(CourseSecret secret) {
    Set<String> hidden = new TreeSet<>();
    for (LabExercise exercise : LabExercise.values()) {
      QuestionSet.of(exercise, secret).hidden().forEach(hidden::add);
    }
    return hidden;
  }

  static String text(int[] layerDims) {
    String text = Arrays.toString(layerDims);
    return text.substring(1, text.length() - 1);
  }
}
