package initlab.grader.cli;

import initlab.grader.text.UsageException;
import java.util.Locale;
import java.util.Map;

/** The language of what people read: the display locale; numbers stay as they are everywhere. */
final class Language {
  private static final Map<String, Locale> LANGUAGES =
      Map.of("en", Locale.ROOT, "zh", Locale.CHINESE);

  private Language() {}

  /** Takes over the user's language, if InitLab has it. */
  static void chooseThatOfTheLocale() {
    String user = Locale.getDefault(Locale.Category.DISPLAY).getLanguage();
    Locale.setDefault(Locale.ROOT);
    Locale.setDefault(Locale.Category.DISPLAY, LANGUAGES.getOrDefault(user, Locale.ROOT));
  }

  /**
   * Takes over the language of {@code --lang zh} for --help, which is shown before options count.
   */
  static void chooseEarly(String... args) {
    String all = String.join(" ", args).replace("--lang=", "--lang ");
    LANGUAGES.keySet().stream()
        .filter(name -> (all + " ").contains("--lang " + name + " "))
        .forEach(Language::choose);
  }

  /** The name of the language that is chosen. */
  static String current() {
    Locale now = Locale.getDefault(Locale.Category.DISPLAY);
    return now.getLanguage().equals("zh") ? "zh" : "en";
  }

  /**
   * Switches to a language.
   *
   * @throws UsageException if InitLab does not have it
   */
  static void choose(String name) {
    Locale language = LANGUAGES.get(name);
    if (language == null) {
      throw new UsageException("usage.language", name);
    }
    Locale.setDefault(Locale.Category.DISPLAY, language);
  }
}
