package initlab.grader.cli;

import initlab.grader.intake.Submission;
import initlab.grader.text.Text;
import initlab.grader.text.UsageException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;

/** Java names files in the character set of the locale, and cannot name them otherwise. */
final class FileNames {
  private FileNames() {}

  /**
   * Accepts submissions whose results can be written under their names.
   *
   * @throws UsageException if the locale of this machine does not have their characters
   */
  static void check(List<Submission> submissions) {
    String charset = System.getProperty("sun.jnu.encoding", "UTF-8");
    CharsetEncoder encoder = Charset.forName(charset).newEncoder();
    submissions.stream()
        .map(Submission::name)
        .filter(name -> !encoder.canEncode(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new UsageException("usage.locale", charset, Text.clean(name));
            });
  }
}
