package initlab.student.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.ejml.simple.SimpleMatrix;

/**
 * Tells by a digest what a wrong answer to the public calls comes from, where it is exactly that of
 * a mistake that others made before.
 */
public final class AnswerDigests {
  private static final int BYTES = 10;
  private static final String RIGHT = "right";

  /** Right to seven digits, which is all that a digest sees. */
  private static final String ROUNDED = "single-precision";

  private static final Map<String, String> REASONS = read();

  private AnswerDigests() {}

  private static Map<String, String> read() {
    try (InputStream in = AnswerDigests.class.getResourceAsStream("answer-digests.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> reasons = new HashMap<>();
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 2))
          .forEach(line -> reasons.put(line[0], line[1]));
      return reasons;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The digest of the answers of an exercise: of names, shapes, and each number to seven digits, so
   * that the last bits do not count.
   */
  public static String digest(int exercise, List<Map<String, SimpleMatrix>> answers) {
    StringBuilder text = new StringBuilder().append(exercise);
    for (Map<String, SimpleMatrix> answer : answers) {
      new TreeMap<>(answer)
          .forEach(
              (name, matrix) -> {
                text.append('\n').append(name).append(' ').append(matrix.getNumRows());
                for (int i = 0; i < matrix.getNumElements(); i++) {
                  text.append(String.format(Locale.ROOT, " %.6e", matrix.get(i) + 0.0)); // no -0
                }
              });
    }
    return hash(text.toString());
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The name of the reason for wrong answers with a digest; empty if none is known. */
  public static Optional<String> reason(String digest) {
    return Optional.ofNullable(REASONS.get(digest)).filter(reason -> !reason.equals(RIGHT));
  }

  /** Whether answers with a digest are right to seven digits; known of exercises 2 and 3. */
  public static boolean isRight(String digest) {
    String reason = REASONS.get(digest);
    return RIGHT.equals(reason) || ROUNDED.equals(reason);
  }
}
