package initlab.grader.compile;

import java.util.Optional;

/** Says what to do about an error of javac's. */
@FunctionalInterface
public interface Advice {
  /**
   * What to do, if it is known.
   *
   * @param code javac's name of the error
   * @param message what javac says
   * @param sourceLine the line of the source that it is about
   */
  Optional<String> on(String code, String message, String sourceLine);
}
