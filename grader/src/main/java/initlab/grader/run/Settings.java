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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/**
 * All that a result depends on besides the submission: only runs that agree in it can go on from
 * each other's results. It is stored as {@code name=digest} for each part, so that what differs can
 * be named.
 */
public final class Settings {
  private static final String BETWEEN = " ";

  private Settings() {}

  /** The settings of a run. */
  static String of(Grader grader, Policy policy) throws IOException {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("InitLab", ownCode());
    parts.put("--rubric", policy.rubric());
    parts.put("--allow", policy.allowed());
    parts.put("--ungated", new TreeSet<>(policy.ungated()));
    parts.put("--secret", policy.secret().name());
    parts.put("--lang", Locale.getDefault(Locale.Category.DISPLAY));
    parts.put("bubblewrap", grader.isolation().description());
    return parts.entrySet().stream()
        .map(part -> part.getKey() + "=" + digest(part.getValue().toString()))
        .collect(Collectors.joining(BETWEEN));
  }

  /** The names of the parts in which two settings differ. */
  static List<String> differences(String one, String other) {
    List<String> now = List.of(other.split(BETWEEN, -1));
    return Arrays.stream(one.split(BETWEEN, -1))
        .filter(part -> !now.contains(part))
        .map(part -> part.replaceFirst("=.*", ""))
        .toList();
  }

  private static String digest(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The check sum of the own jar tells builds apart; nobody gains by forging it. */
  private static String ownCode() throws IOException {
    Path own = ownPlace();
    CRC32C sum = new CRC32C();
    if (Files.isRegularFile(own)) {
      sum.update(Files.readAllBytes(own));
    }
    return Long.toHexString(sum.getValue());
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
