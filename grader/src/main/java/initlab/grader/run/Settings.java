package initlab.grader.run;

import initlab.grader.grading.Grader;
import initlab.grader.grading.Policy;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/** Tells whether two runs grade alike: only then can one go on where the other stopped. */
public final class Settings {
  private Settings() {}

  /** A digest of all that a result depends on besides the submission. */
  public static String digest(Grader grader, Policy policy) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ownCode());
      List<Object> parts =
          List.of(
              policy.rubric(),
              policy.allowed(),
              new TreeSet<>(policy.ungated()),
              policy.secret().name(),
              grader.isolation().description(),
              Locale.getDefault(Locale.Category.DISPLAY));
      digest.update(parts.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The check sum of the own jar tells builds apart; nobody gains by forging it. */
  private static byte[] ownCode() throws IOException {
    Path own = ownPlace();
    CRC32C sum = new CRC32C();
    if (Files.isRegularFile(own)) {
      sum.update(Files.readAllBytes(own));
    }
    return Long.toHexString(sum.getValue()).getBytes(StandardCharsets.UTF_8);
  }

  /** The jar or folder of classes that this runs from. */
  public static Path ownPlace() {
    try {
      return Path.of(Settings.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new UsageException("usage.strange-name", String.valueOf(e.getMessage()));
    }
  }
}
