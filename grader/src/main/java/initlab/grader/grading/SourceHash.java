package initlab.grader.grading;

import initlab.grader.intake.Submission;
import initlab.grader.intake.Submission.Source;
import org.apache.commons.codec.digest.DigestUtils;

/** Tells whether a result is that of a source. */
public final class SourceHash {
  private SourceHash() {}

  /** The SHA-256 of the source in UTF-8, in hexadecimal; empty if there is none. */
  public static String of(Submission submission) {
    return submission.content() instanceof Source source
        ? DigestUtils.sha256Hex(source.text())
        : "";
  }
}
