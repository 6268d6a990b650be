package initlab.grader.checks;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What students are not to know before they hand in, as it would stand in a text. */
public final class HiddenInputs {
  private HiddenInputs() {}

  /** The seeds of the checks and of the diagnosis, and the diagnosis' layer dimensions. */
  public static Set<String> of(CourseSecret secret) {
    Set<String> hidden = new TreeSet<>();
    for (Exercise exercise : Exercise.values()) {
      for (Class<?> type : CheckClasses.of(exercise)) {
        for (Method method : checks(type)) {
          hidden.add(String.valueOf(secret.seed(type.getName() + "." + method.getName())));
        }
      }
    }
    hidden.addAll(Diagnosis.inputs(secret));
    return hidden;
  }

  private static List<Method> checks(Class<?> type) {
    List<Method> checks = new ArrayList<>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Method method : at.getDeclaredMethods()) {
        if (method.isAnnotationPresent(Check.class)) {
          checks.add(method);
        }
      }
    }
    return checks;
  }

  static String text(int[] layerDims) {
    String text = Arrays.toString(layerDims);
    return text.substring(1, text.length() - 1);
  }
}
