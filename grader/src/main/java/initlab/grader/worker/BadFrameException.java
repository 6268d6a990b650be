package initlab.grader.worker;

import java.io.IOException;

/** Bytes that are not the message they should be. */
public final class BadFrameException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong with the bytes. */
  public BadFrameException(String message) {
    super(message);
  }
}
