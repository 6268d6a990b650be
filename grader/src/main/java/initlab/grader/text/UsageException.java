package initlab.grader.text;

/**
 * Something that a user did, or handed to a command, cannot be used; the message says what to do
 * instead. Whatever is of this kind is the user's to mend, and no fault of the program's.
 */
public class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a sentence of the messages, and its values. */
  public UsageException(String key, Object... values) {
    super(Messages.get(key, values));
  }

  /** With a place, such as a file and its line, before the sentence. */
  protected UsageException(Place place, String key, Object... values) {
    super(place.text() + ": " + Messages.get(key, values));
  }

  /** What to tell the user; there is always something. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** What a program ends with that could not go on: 2 for wrong usage. */
  public int exitCode() {
    return 2;
  }

  /** Where in what a user handed in something is wrong: a file, perhaps with a line. */
  public record Place(String text) {}
}
