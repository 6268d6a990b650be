package initlab.grader.assignment;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds each check's test method by its id. */
public final class CheckCatalog {
  private final Map<String, CheckMethod> checks = new TreeMap<>();

  /**
   * The checks of some exercises.
   *
   * @param classes the classes whose methods judge an exercise
   * @throws IllegalStateException if two methods make the same check
   */
  public <E extends Exercise> CheckCatalog(List<E> exercises, Function<E, List<Class<?>>> classes) {
    for (E exercise : exercises) {
      classes.apply(exercise).forEach(type -> add(exercise, type));
    }
  }

  /** A check and the test method that makes it. */
  public record CheckMethod(Exercise exercise, Class<?> type, Method method) {
    /** Whether a teacher should look at who fails it. */
    public boolean needsAHuman() {
      Check check = method.getAnnotation(Check.class);
      return check != null && check.needsAHuman();
    }
  }

  /** The ids of all checks, sorted. */
  public Set<String> ids() {
    return Collections.unmodifiableSet(checks.keySet());
  }

  /** The check of an id. */
  public CheckMethod get(String id) {
    return Objects.requireNonNull(checks.get(id), id);
  }

  private void add(Exercise exercise, Class<?> type) {
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

  private static List<Method> methods(Class<?> type) {
    List<Method> methods = new ArrayList<>();
    for (Class<?> at = type; at != Object.class; at = at.getSuperclass()) {
      methods.addAll(List.of(at.getDeclaredMethods()));
    }
    return methods;
  }
}
