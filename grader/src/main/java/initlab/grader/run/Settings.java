package initlab.grader.run;

import initlab.grader.files.Trees;
import initlab.grader.grading.Grader;
import initlab.grader.grading.Policy;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

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
    return DigestUtils.sha256Hex(text).substring(0, 16);
  }

  /** The check sum of the own jar tells builds apart, as no other part of it does. */
  private static String ownCode() throws IOException {
    Path own = ownPlace();
    return Files.isRegularFile(own)
        ? DigestUtils.sha256Hex(Files.readAllBytes(own))
        : Trees.stamp(own);
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
