package initlab.grader.grading;

import initlab.grader.assignment.Exercise;
import initlab.grader.grading.CheckRunner.Outcome;
import initlab.grader.rubric.CheckState;
import initlab.grader.sandbox.CallFailure;
import initlab.grader.text.Messages;

/** Says what became of a call that gave no result. */
final class CallMessages {
  private CallMessages() {}

  static Outcome outcome(Exercise exercise, CallFailure failure) {
    String name = exercise.method().name();
    String detail = String.valueOf(failure.getMessage());
    return switch (failure.kind()) {
      case THREW -> threw(exercise, detail);
      case DIED, OUT_OF_MEMORY, KILLED ->
          new Outcome(CheckState.ERROR, Messages.get("call.ended", name, detail));
      case TIMEOUT, CPU_TIMEOUT ->
          new Outcome(CheckState.TIMEOUT, Messages.get("call.ended", name, detail));
      case NO_METHOD ->
          new Outcome(
              CheckState.FAILED, Messages.get("call.no-method", exercise.signature(), detail));
      case NO_MAP ->
          new Outcome(
              CheckState.FAILED, Messages.get("call.no-map", name, detail, exercise.entries()));
    };
  }

  private static Outcome threw(Exercise exercise, String exception) {
    return exception.startsWith(exercise.stub())
        ? new Outcome(
            CheckState.FAILED,
            Messages.get("call.stub", exercise.number(), exercise.method().name()))
        : new Outcome(
            CheckState.ERROR, Messages.get("call.threw", exercise.method().name(), exception));
  }
}
