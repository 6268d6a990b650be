package initlab.grader.grading;

import initlab.grader.intake.Submission;
import initlab.grader.intake.Submission.Source;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a result is that of a source. */
public final class SourceHash {
  private SourceHash() {}

  /** The SHA-256 of the source in UTF-8, in hexadecimal; empty if there is none. */
  public static String of(Submission submission) {
    return submission.content() instanceof Source source ? of(source.text()) : "";
  }

  private static String of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
