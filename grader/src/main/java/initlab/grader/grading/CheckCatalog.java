package initlab.grader.grading;

import initlab.grader.checks.Check;
import initlab.grader.checks.CheckClasses;
import initlab.grader.checks.Exercise;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Finds each check's test method by its id. */
final class CheckCatalog {
  private static final Map<String, CheckMethod> CHECKS = find();

  private CheckCatalog() {}

  /** A check and the test method that makes it. */
  record CheckMethod(Exercise exercise, Class<?> type, Method method) {}

  /** The ids of all checks, sorted. */
  static Set<String> ids() {
    return CHECKS.keySet();
  }

  static CheckMethod get(String id) {
    return Objects.requireNonNull(CHECKS.get(id), id);
  }

  private static Map<String, CheckMethod> find() {
    Map<String, CheckMethod> checks = new TreeMap<>();
    for (Exercise exercise : Exercise.values()) {
      for (Class<?> type : CheckClasses.of(exercise)) {
        for (Method method : methods(type)) {
          Check check = method.getAnnotation(Check.class);
          if (check != null) {
            String id = exercise.id() + "." + check.value();
            if (checks.put(id, new CheckMethod(exercise, type, method)) != null) {
              throw new IllegalStateException("two methods make the check " + id);
            }
          }
        }
      }
    }
    return Collections.unmodifiableMap(checks);
  }

  private static List<Method> methods(Class<?> type) {
    List<Method> methods = new ArrayList<>();
    for (Class<?> at = type; at != Object.class; at = at.getSuperclass()) {
      methods.addAll(List.of(at.getDeclaredMethods()));
    }
    return methods;
  }
}
