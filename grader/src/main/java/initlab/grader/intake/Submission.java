package initlab.grader.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one student handed in.
 *
 * @param name the folder's or file's name without extension; unique in a run
 * @param student who handed it in, as the file system or platform has it; to be cleaned before it
 *     is shown
 * @param studentId the platform's id of the student, to be cleaned as well; empty if there is none
 * @param handedIn when, if that is known
 * @param content the source, or why there is none
 */
public record Submission(
    String name, String student, String studentId, @Nullable Instant handedIn, Content content) {
  /** A hand-in of which nothing more is known. */
  public Submission(String name, String student, Content content) {
    this(name, student, "", null, content);
  }

  /** The source, or why there is none. */
  public sealed interface Content {}

  /**
   * What is graded.
   *
   * @param text the text of the one file
   * @param notices what a teacher should know of how it was found, a sentence each
   */
  public record Source(String text, List<String> notices) implements Content {
    /** The file itself, and nothing beside it. */
    public Source(String text) {
      this(text, List.of());
    }
  }

  /** No Initializers.java was handed in. */
  public record Missing(String message) implements Content {}

  /** The file system failed; nobody knows what was handed in. */
  public record Failed(String message) implements Content {}

  /** What was handed in cannot be graded as it is. */
  public record Unreadable(String message) implements Content {}

  /** The same, handed in at a time. */
  public Submission at(Instant time) {
    return new Submission(name, student, studentId, time, content);
  }
}
