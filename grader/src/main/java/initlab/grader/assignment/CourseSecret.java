package initlab.grader.assignment;

import initlab.grader.text.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the seeds and dimensions of a course's grading derive from: whoever does not know it cannot
 * tell what will be asked, not even from InitLab's source. The same secret asks the same
 * everywhere.
 */
public final class CourseSecret {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MIN_BYTES = 16;
  private static final int MAX_BYTES = 4096;
  private static final byte[] BUILT_IN =
      "InitLab's built-in secret, which is none".getBytes(StandardCharsets.UTF_8);

  private final byte[] key;
  private final boolean isBuiltIn;

  private CourseSecret(byte[] key, boolean isBuiltIn) {
    this.key = key;
    this.isBuiltIn = isBuiltIn;
  }

  /** What serves where a course has none of its own. It is in the source for all to read. */
  public static CourseSecret builtIn() {
    return new CourseSecret(BUILT_IN, true);
  }

  /**
   * Reads a secret: all bytes of a file but the line end at its end.
   *
   * @throws UnusableSecretException if it is shorter than 16 or longer than 4,096 bytes
   */
  public static CourseSecret read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new UnusableSecretException("secret.folder", file);
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    }
    int length = bytes.length;
    while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
      length--;
    }
    if (length < MIN_BYTES || length > MAX_BYTES) {
      throw new UnusableSecretException("secret.length", file, length, MIN_BYTES, MAX_BYTES);
    }
    return new CourseSecret(Arrays.copyOf(bytes, length), false);
  }

  /**
   * What the questions about one source derive from: other questions for each, so that what one
   * student sees of them helps no other. What all can know anyway is the same for all.
   *
   * @param hash the hash of the source
   */
  public CourseSecret forSource(String hash) {
    return isBuiltIn ? this : new CourseSecret(digest("source " + hash), false);
  }

  /** Says which secret it is, without telling it: the same secret has the same name. */
  public String name() {
    return isBuiltIn ? "built-in" : HexFormat.of().formatHex(digest("name"), 0, 4);
  }

  /** Whether anyone can know it. */
  public boolean isBuiltIn() {
    return isBuiltIn;
  }

  /** Whether a text gives it away. */
  public boolean isIn(String text) {
    return text.contains(new String(key, StandardCharsets.UTF_8));
  }

  /** A seed for jqwik that belongs to a purpose. */
  public long seed(String purpose) {
    return HexFormat.fromHexDigitsToLong(HexFormat.of().formatHex(digest(purpose), 0, Long.BYTES));
  }

  private byte[] digest(String purpose) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** A file that cannot be a secret. */
  public static final class UnusableSecretException extends UsageException {
    private static final long serialVersionUID = 1L;

    UnusableSecretException(String key, Object... values) {
      super(key, values);
    }
  }
}
