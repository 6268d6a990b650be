package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  private static final Pattern ENGLISH = Pattern.compile("([a-z]+ ){3}[a-z]+");
  private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

  @AfterEach
  void restore() {
    Locale.setDefault(Locale.Category.DISPLAY, before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "grade",
        "check",
        "verify",
        "handout",
        "diff",
        "gradebook",
        "rescore",
        "rubric",
        "lms",
        "lms run",
        "lms package",
        "doctor"
      })
  void everyCommandExplainsItselfInBothLanguages(String command) {
    Locale.setDefault(Locale.Category.DISPLAY, Locale.ROOT);
    CliRun english = help(command);
    assertEquals(0, english.exitCode(), english.err());
    assertTrue(ENGLISH.matcher(english.out()).find(), english.out());
    Locale.setDefault(Locale.Category.DISPLAY, Locale.CHINESE);
    String chinese = help(command).out();
    assertFalse(ENGLISH.matcher(chinese).find(), chinese);
  }

  private static CliRun help(String command) {
    String all = (command + " --help").strip();
    return CliRun.of((Object[]) all.split(" "));
  }
}
