package initlab.grader.intake;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The attempts of one student, in folders that a platform numbered (Submitty) or dated (Moodle's
 * VPL): the newest counts, or that which Submitty says is active.
 */
final class Attempts {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}[-_T ]\\d{2}[-_:.]?\\d{2}([-_:.]?\\d{2})?");

  /** Where VPL keeps what a program printed. */
  private static final Pattern OUTPUT = Pattern.compile(DATE.pattern() + "[.]ceg");

  /** Submitty writes it beside the attempts. */
  static final String SETTINGS = "user_assignment_settings.json";

  static final int MAX_SETTINGS = 1024 * 1024;

  private Attempts() {}

  /**
   * What counts of the attempts.
   *
   * @param counting the folder that counts
   * @param files what is in it
   * @param others the folders that do not
   */
  record Chosen(String counting, List<HandedFile> files, List<String> others) {}

  /** Chooses, if there is nothing but attempts in what was handed in. */
  static Optional<Chosen> in(List<HandedFile> files) throws IOException {
    Map<String, List<HandedFile>> folders = folders(files);
    List<String> names = new ArrayList<>(folders.keySet());
    if (names.isEmpty()
        || files.stream().anyMatch(Attempts::isHandedInBeside)
        || !(all(names, NUMBER) || all(names, DATE))) {
      return Optional.empty();
    }
    names.sort(Comparator.comparing(Attempts::key));
    String last = active(files).filter(names::contains).orElse(names.get(names.size() - 1));
    names.remove(last);
    return Optional.of(new Chosen(last, folders.getOrDefault(last, List.of()), names));
  }

  private static boolean isHandedInBeside(HandedFile file) {
    String name = file.parts().get(0);
    return !file.path().contains("/") && (Candidates.isJava(name) || Archive.isNamed(name));
  }

  private static Map<String, List<HandedFile>> folders(List<HandedFile> files) {
    Map<String, List<HandedFile>> folders = new TreeMap<>();
    for (HandedFile file : files) {
      String top = file.parts().get(0);
      if (file.path().contains("/")
          && !OUTPUT.matcher(top).matches()
          && !Candidates.isLeftBehindByTools(top)) {
        folders.computeIfAbsent(top, unseen -> new ArrayList<>()).add(file.without(top));
      }
    }
    return folders;
  }

  private static boolean all(List<String> names, Pattern pattern) {
    return names.stream().allMatch(name -> pattern.matcher(name).matches());
  }

  /** Attempt 10 comes after attempt 9. */
  private static String key(String name) {
    return NUMBER.matcher(name).matches() ? "%5s".formatted(name) : name;
  }

  private static Optional<String> active(List<HandedFile> files) throws IOException {
    for (HandedFile file : files) {
      if (file.path().equals(SETTINGS) && file.isRegular()) {
        byte[] json = file.content().read(MAX_SETTINGS);
        return Optional.of(JsonMapper.builder().build().readTree(json).path("active_version"))
            .map(version -> version.asText());
      }
    }
    return Optional.empty();
  }
}
