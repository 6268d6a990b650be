package initlab.grader.sandbox;

/**
 * A process that other submissions have used said something that is no answer: what they left may
 * have part in it, so that all of a submission is to be asked again where nobody was.
 */
public final class NotAloneException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotAloneException() {
    super("a process that others have used gave no answer");
  }
}
