package initlab.grader.run;

import initlab.grader.files.Trees;
import initlab.grader.grading.Grader;
import initlab.grader.grading.Policy;
import initlab.grader.rubric.LatePolicy;
import initlab.grader.rubric.Rubric;
import initlab.grader.rubric.Rubric.Item;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * All that results depend on besides the submissions: only those that agree in it are taken over.
 * It is stored as {@code name=digest} for each part, so that what differs can be named.
 */
public final class Settings {
  private static final String BETWEEN = " ";

  private Settings() {}

  /** What each result depends on, but for what its submission alone was allowed. */
  static String ofResults(Grader grader, Policy policy) throws IOException {
    return joined(
        Map.of(
            "InitLab", ownCode(),
            "Java", Runtime.version().feature(),
            "--secret", policy.secret().name(),
            "--lang", Locale.getDefault(Locale.Category.DISPLAY),
            "bubblewrap", grader.isolation().description()));
  }

  /**
   * The same, and what scores depend on besides.
   *
   * @param results the settings of its results
   * @param hasTimes whether a table says when submissions were handed in
   */
  public static String ofRun(String results, Rubric rubric, boolean hasTimes) {
    return String.join(BETWEEN, results, ofRubric(rubric), joined(Map.of("--times", hasTimes)));
  }

  /**
   * The settings of a run whose results are scored anew.
   *
   * @param hasTimes whether a table now says when submissions were handed in
   */
  public static String rescored(String ofRun, Rubric rubric, boolean hasTimes) {
    String scoring = ofRun.replaceFirst("--rubric=\\S*", ofRubric(rubric));
    return hasTimes
        ? scoring.replaceFirst("--times=\\S*", joined(Map.of("--times", true)))
        : scoring;
  }

  /** Whether a run scored by a rubric. */
  public static boolean areOf(String ofRun, Rubric rubric) {
    return Arrays.asList(ofRun.split(BETWEEN, -1)).contains(ofRubric(rubric));
  }

  /**
   * A rubric; but for the titles, which differ from language to language, and for extensions: like
   * times, those of a few may change without a word on all.
   */
  private static String ofRubric(Rubric rubric) {
    LatePolicy late = rubric.late();
    List<Object> parts = new ArrayList<>();
    for (Item item : rubric.checks()) {
      parts.add(item.id() + item.points() + item.bonus() + item.after() + item.visibility());
    }
    parts.add(rubric.allOrNothing());
    parts.add(late == null ? "" : late.with(Map.of()));
    return joined(Map.of("--rubric", parts));
  }

  private static String joined(Map<String, ?> parts) {
    return new TreeMap<>(parts)
        .entrySet().stream()
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
