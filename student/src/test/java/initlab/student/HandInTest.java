package initlab.student;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import initlab.student.rules.SourceCharacters;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What the grader refuses before it looks at any number, so that nobody is surprised. */
@DisplayName("Handing in")
@EnabledIf(value = "isInAHandout", disabledReason = "the sources are not where a handout has them")
class HandInTest {
  private static final Path FOLDER = Path.of("src/main/java/initlab/student");
  private static final Path FILE = FOLDER.resolve("Initializers.java");
  private static final int MAX_BYTES = 256 * 1024;
  private static final Set<String> GIVEN =
      Set.of(
          "Chart.java",
          "Film.java",
          "Initialization.java",
          "Initializers.java",
          "Lab.java",
          "LabCharts.java",
          "LabOptions.java",
          "LabPage.java",
          "LabResult.java",
          "Pictures.java",
          "Plane.java",
          "Recognition.java",
          "Region.java",
          "Sweep.java",
          "Texts.java",
          "Ticks.java",
          "Try.java",
          "package-info.java");

  static boolean isInAHandout() {
    return Files.isDirectory(FOLDER);
  }

  @BeforeEach
  void theFileIsThere() {
    assertTrue(Files.isRegularFile(FILE), () -> Texts.get("hand-in.missing", FILE));
  }

  @Test
  @DisplayName("the file is a text of at most 256 KiB")
  void theFileIsAText() throws IOException {
    byte[] bytes = Files.readAllBytes(FILE);
    assertTrue(
        bytes.length <= MAX_BYTES, () -> Texts.get("hand-in.size", FILE, bytes.length, MAX_BYTES));
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\uFFFD') {
        fail(Texts.get("hand-in.utf8", line(text, i)));
      }
      if (SourceCharacters.isControl(c) || SourceCharacters.isInvisible(c)) {
        fail(Texts.get("hand-in.control", line(text, i), (int) c));
      }
    }
  }

  private static long line(String text, int at) {
    return 1 + text.substring(0, Math.max(0, at)).chars().filter(c -> c == '\n').count();
  }

  @Test
  @DisplayName("all of your code is in that one file")
  void allOfYourCodeIsInThatOneFile() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> more =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java") && !GIVEN.contains(name))
              .sorted()
              .toList();
      if (!more.isEmpty()) {
        fail(Texts.get("hand-in.one-file", String.join(", ", more)));
      }
    }
  }

  @Test
  @DisplayName("the three methods are declared as they were given")
  void theThreeMethodsAreDeclaredAsTheyWereGiven() {
    List<String> missing = new ArrayList<>();
    declared(missing, "initializeZeros", int[].class);
    declared(missing, "initializeRandom", int[].class, long.class);
    declared(missing, "initializeHe", int[].class, long.class);
    if (!missing.isEmpty()) {
      fail(Texts.get("hand-in.methods", String.join(", ", missing)));
    }
  }

  private static void declared(List<String> missing, String name, Class<?>... parameters) {
    try {
      Method method = Initializers.class.getDeclaredMethod(name, parameters);
      if (!Map.class.isAssignableFrom(method.getReturnType())) {
        missing.add(name);
      }
    } catch (NoSuchMethodException e) {
      missing.add(
          name
              + Arrays.stream(parameters)
                  .map(Class::getSimpleName)
                  .collect(Collectors.joining(", ", "(", ")")));
    }
  }

  @Test
  @DisplayName("it uses nothing that the grader refuses")
  void itUsesNothingThatTheGraderRefuses() throws IOException {
    List<String> uses = ForbiddenUses.of(Path.of("target/classes/initlab/student"));
    List<String> others =
        uses.stream().filter(use -> !use.matches("(java|javax|jdk|sun|com|org)[.].*")).toList();
    if (others.stream().anyMatch(use -> use.contains("."))) {
      fail(Texts.get("hand-in.other-files", String.join(", ", others)));
    }
    if (!uses.isEmpty()) {
      fail(Texts.get("hand-in.uses", String.join(", ", uses)));
    }
  }
}
