package initlab.grader.sandbox;

import initlab.grader.text.Messages;

/** Tells from the exit code of a worker why it has ended, or sends no answer. */
final class ProcessEnd {
  static final int STILL_RUNNING = -1;

  /** What a JVM with ExitOnOutOfMemoryError ends with. */
  private static final int OUT_OF_MEMORY = 3;

  /** By a signal that nobody but the machine sends here. */
  private static final int KILLED = 128 + 9;

  private ProcessEnd() {}

  /**
   * What a call that ended so is.
   *
   * @param code the exit code
   * @param hasExited whether the process has said that the submission ends the program
   */
  static CallFailure failure(int code, boolean hasExited) {
    if (hasExited) {
      return died(
          code == STILL_RUNNING
              ? Messages.get("process.exits")
              : Messages.get("process.exited", code));
    }
    return switch (code) {
      case STILL_RUNNING -> died(Messages.get("process.wrote"));
      case OUT_OF_MEMORY ->
          new CallFailure(CallFailure.Kind.OUT_OF_MEMORY, Messages.get("process.died-of-memory"));
      case KILLED -> new CallFailure(CallFailure.Kind.KILLED, Messages.get("process.exited", code));
      default -> died(Messages.get("process.exited", code));
    };
  }

  /** What a call is whose process held more than so many bytes. */
  static CallFailure tooLarge(long bytes) {
    return new CallFailure(
        CallFailure.Kind.OUT_OF_MEMORY, Messages.get("process.too-large", bytes >> 20));
  }

  private static CallFailure died(String message) {
    return new CallFailure(CallFailure.Kind.DIED, message);
  }
}
