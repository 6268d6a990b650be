package initlab.grader.sandbox;

/** A call of a submission's method that gave no result, through the submission's own doing. */
public final class CallFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What became of the call. */
  public enum Kind {
    /** The method threw an exception. */
    THREW,
    /** The process ended during the call: {@code System.exit}, a crash. */
    DIED,
    /** The process ended during the call, as it had no memory left. */
    OUT_OF_MEMORY,
    /** The machine killed the process during the call, perhaps as its own memory ran out. */
    KILLED,
    /** The call used up its time on the clock. */
    TIMEOUT,
    /** The call used up its processor time, which is the same on a busy machine. */
    CPU_TIMEOUT,
    /** There is no method of that name and signature. */
    NO_METHOD,
    /** The method returned no map. */
    NO_MAP
  }

  private final Kind kind;

  /** Says what became of a call, in words that follow the method's name. */
  public CallFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** What became of the call. */
  public Kind kind() {
    return kind;
  }
}
