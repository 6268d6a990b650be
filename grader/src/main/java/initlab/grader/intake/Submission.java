package initlab.grader.intake;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one student handed in.
 *
 * @param name the folder's or file's name without extension; unique in a run
 * @param who who handed it in
 * @param handedIn when, if that is known
 * @param content the source, or why there is none
 */
public record Submission(String name, Identity who, @Nullable Instant handedIn, Content content) {
  /** A hand-in of which nothing more is known. */
  public Submission(String name, Content content) {
    this(name, Identity.named(name), null, content);
  }

  /** What a table of a teacher may call whoever handed it in. */
  public Set<String> names() {
    return who.names(name);
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

  /** The one file was not handed in. */
  public record Missing(String message) implements Content {}

  /** The file system failed; nobody knows what was handed in. */
  public record Failed(String message) implements Content {}

  /** What was handed in cannot be graded as it is. */
  public record Unreadable(String message) implements Content {}

  /** The same, handed in at a time. */
  public Submission at(Instant time) {
    return new Submission(name, who, time, content);
  }
}
