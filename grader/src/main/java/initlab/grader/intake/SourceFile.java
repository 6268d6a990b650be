package initlab.grader.intake;

import initlab.grader.intake.Submission.Content;
import initlab.grader.intake.Submission.Source;
import initlab.grader.intake.Submission.Unreadable;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.util.List;

/** Reads a file as source. */
final class SourceFile {
  static final int MAX_BYTES = 256 * 1024;

  private SourceFile() {}

  /**
   * Its text, or why it is none.
   *
   * @param fileName what messages call it
   */
  static Content read(HandedFile file, String fileName) throws IOException {
    if (!file.isRegular()) {
      return new Unreadable(Messages.get("intake.no-file", fileName));
    }
    byte[] bytes = file.content().read(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      return new Unreadable(Messages.get("intake.too-large", fileName));
    }
    try {
      SourceText.Decoded decoded = SourceText.decode(bytes);
      return new Source(decoded.text(), notices(decoded));
    } catch (SourceText.NotTextException e) {
      return new Unreadable(
          Messages.get("intake.unreadable", fileName, String.valueOf(e.getMessage())));
    }
  }

  private static List<String> notices(SourceText.Decoded decoded) {
    return decoded.isGuess()
        ? List.of(Messages.get("intake.encoding", decoded.encoding().name()))
        : List.of();
  }

  /** Whether two have the same text, whatever system they were saved on. */
  static boolean isSame(Content one, Content other) {
    return (one instanceof Source a && other instanceof Source b)
        ? SourceText.withPlainLineEnds(a.text()).equals(SourceText.withPlainLineEnds(b.text()))
        : one.equals(other);
  }
}
