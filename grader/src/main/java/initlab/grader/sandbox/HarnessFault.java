package initlab.grader.sandbox;

import org.jspecify.annotations.Nullable;

/** Our own fault or the machine's, never the submission's: it must not cost anyone points. */
public final class HarnessFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what went wrong and, where there is one, why. */
  public HarnessFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
