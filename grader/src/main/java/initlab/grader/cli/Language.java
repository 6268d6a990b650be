package initlab.grader.cli;

import initlab.grader.text.UsageException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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

  /** Takes over {@code --lang}, before --help is printed in it: the first of two parsings. */
  static void chooseEarly(String... args) {
    LanguageOption option = new LanguageOption();
    new CommandLine(option)
        .setUnmatchedArgumentsAllowed(true)
        .setOverwrittenOptionsAllowed(true)
        .parseArgs(args);
    if (option.name != null && LANGUAGES.containsKey(option.name)) {
      choose(option.name); // any other is refused by the command that has the option
    }
  }

  @Command
  private static final class LanguageOption {
    @Option(names = "--lang", arity = "0..1")
    private @Nullable String name;
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
