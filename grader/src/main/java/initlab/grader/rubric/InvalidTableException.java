package initlab.grader.rubric;

import initlab.grader.text.UsageException;

/** A teacher's table that cannot be used; the message says which line of it, and what to do. */
public final class InvalidTableException extends UsageException {
  private static final long serialVersionUID = 1L;

  InvalidTableException(String key, String place, Object... values) {
    super(new Place(place), key, values);
  }
}
