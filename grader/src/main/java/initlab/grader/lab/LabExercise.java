package initlab.grader.lab;

import initlab.grader.assignment.Exercise;
import initlab.grader.sandbox.Matrix;
import initlab.grader.sandbox.Method;
import java.util.Map;
import java.util.stream.Stream;

/** The three exercises, and what is right in each. */
public enum LabExercise implements Exercise {
  /** Exercise 1: all zeros. */
  ZEROS(1, "zeros", new Method("initializeZeros", false)),
  /** Exercise 2: standard normal times 10. */
  RANDOM(2, "random", new Method("initializeRandom", true)),
  /** Exercise 3: standard normal times √(2 / fan-in). */
  HE(3, "he", new Method("initializeHe", true));

  private final int number;
  private final String id;

  @SuppressWarnings("ImmutableEnumChecker") // a record of a text and a boolean
  private final Method method;

  LabExercise(int number, String id, Method method) {
    this.number = number;
    this.id = id;
    this.method = method;
  }

  /** The exercise of a number, 1, 2 or 3. */
  public static LabExercise of(int number) {
    return Stream.of(values()).filter(e -> e.number == number).findFirst().orElseThrow();
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Method method() {
    return method;
  }

  @Override
  public String stub() {
    return "java.lang.UnsupportedOperationException: exercise %d not implemented yet"
        .formatted(number);
  }

  @Override
  public String entries() {
    return "W1, b1, …";
  }

  @Override
  public String signature() {
    String parameters = method.hasSeed() ? "int[] layerDims, long seed" : "int[] layerDims";
    return "public static Map<String, SimpleMatrix> %s(%s)".formatted(method.name(), parameters);
  }

  /** The right parameters, in the order W1, b1, …, WL, bL. */
  Map<String, Matrix> right(int[] layerDims, long seed) {
    return RightAnswers.of(this, layerDims, seed);
  }

  /** The right standard deviation of weights with a fan-in. */
  double standardDeviation(int fanIn) {
    return switch (this) {
      case ZEROS -> 0;
      case RANDOM -> 10;
      case HE -> Math.sqrt(2.0 / fanIn);
    };
  }
}
