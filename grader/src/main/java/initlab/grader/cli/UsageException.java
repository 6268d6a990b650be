package initlab.grader.cli;

import initlab.grader.text.Messages;

/** A command was used wrongly; the message says what to do instead. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a sentence of the messages, and its values. */
  UsageException(String key, Object... values) {
    super(Messages.get(key, values));
  }
}
