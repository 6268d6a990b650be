package initlab.grader.grading;

import initlab.grader.checks.Exercise;
import initlab.grader.grading.CheckRunner.Outcome;
import initlab.grader.sandbox.CallFailure;

/** Says what became of a call that gave no result. */
final class CallMessages {
  private static final String STUB =
      "java.lang.UnsupportedOperationException: exercise %d not implemented yet";

  private CallMessages() {}

  static Outcome outcome(Exercise exercise, CallFailure failure) {
    String name = exercise.method().javaName();
    String detail = String.valueOf(failure.getMessage());
    return switch (failure.kind()) {
      case THREW -> threw(exercise, detail);
      case DIED -> new Outcome(CheckState.ERROR, "%s %s".formatted(name, detail));
      case TIMEOUT -> new Outcome(CheckState.TIMEOUT, "%s %s".formatted(name, detail));
      case NO_METHOD ->
          new Outcome(
              CheckState.FAILED,
              "there is no method %s; the class has %s".formatted(signature(exercise), detail));
      case NO_MAP ->
          new Outcome(
              CheckState.FAILED,
              "%s returned %s; it must return a map with W1, b1, …".formatted(name, detail));
    };
  }

  private static Outcome threw(Exercise exercise, String exception) {
    return exception.startsWith(STUB.formatted(exercise.number()))
        ? new Outcome(
            CheckState.FAILED,
            "exercise %d is not implemented yet: %s still throws what the stub threw"
                .formatted(exercise.number(), exercise.method().javaName()))
        : new Outcome(CheckState.ERROR, exercise.method().javaName() + " threw " + exception);
  }

  private static String signature(Exercise exercise) {
    String parameters =
        exercise.method().hasSeed() ? "int[] layerDims, long seed" : "int[] layerDims";
    return "public static Map<String, SimpleMatrix> %s(%s)"
        .formatted(exercise.method().javaName(), parameters);
  }
}
