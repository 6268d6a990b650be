package initlab.grader.handout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that students run, without a display. */
class LabTest {
  @TempDir private static Path rightFolder;
  private static PublicTestRun handout;
  private static String rightPrinted;

  @TempDir private Path folder;

  /** What most tests look at is trained once. */
  @BeforeAll
  static void seeARightAnswer() throws Exception {
    handout = new PublicTestRun();
    rightPrinted = run(HandoutKit.submission("right/plain"), rightFolder);
  }

  @AfterAll
  static void delete() throws IOException {
    handout.close();
  }

  private static String rightFile(String name) throws IOException {
    return Files.readString(rightFolder.resolve("lab").resolve(name));
  }

  @Test
  void aRightAnswerShowsWhatTheNotebookShows() throws Exception {
    String printed = rightPrinted;
    assertTrue(printed.contains("Cost after iteration 0: 0.69314718"), printed);
    assertTrue(printed.contains("Cost after iteration 0: Infinity"), printed);
    assertTrue(printed.contains("Cost after iteration 14000: 0.0735789596"), printed);
    assertTrue(printed.contains("Predictions on the test set: [0 0 0"), printed);
    assertTrue(
        table(printed).contains("zeros initialization 50 % 50 % fails to break symmetry"), printed);
    assertTrue(
        table(printed).contains("large random initialization 83 % 86 % weights are too large"),
        printed);
    assertTrue(
        table(printed).contains("He initialization 99.33 % 96 % the recommended method"), printed);

    String page = rightFile("index.html");
    for (String sentence : List.of("ln 2 = 0.6931", "first cost is ∞", "falls to 0.0736")) {
      assertTrue(page.contains(sentence), sentence);
    }
    assertEquals(16, frames(page, "he").size(), "iterations 0, 1000, … 15000");
    assertFalse(page.contains(".png"), "the page needs no other file");
  }

  /** README shows them before the lab has run. */
  @Test
  void thePicturesOfTheReadmeAreThoseOfTheProgram() throws Exception {
    for (String name : List.of("costs.svg", "he-boundary.svg", "deep-deviation.svg")) {
      assertEquals(
          Files.readString(Path.of("../student/docs").resolve(name)),
          rightFile(name),
          name + ": copy it from what ./lab see writes with a right answer");
    }
  }

  @Test
  void fromZerosTheNetworkNeverSaysClass1AndFromHeItDoesInTheEnd() throws Exception {
    String page = rightFile("index.html");
    assertEquals(Set.of(""), Set.copyOf(frames(page, "zeros")));
    List<String> he = frames(page, "he");
    assertTrue(he.get(15).length() > 1_000, "a circle has many rows");
    assertEquals(16, Set.copyOf(he).size(), "it changes all the time");
  }

  /** The regions of class 1 of a film, as paths. */
  private static List<String> frames(String page, String id) throws IOException {
    Matcher json =
        Pattern.compile(
                "<script type=\"application/json\" id=\"frames\">(.*?)</script>", Pattern.DOTALL)
            .matcher(page);
    assertTrue(json.find());
    for (JsonNode film : new ObjectMapper().readTree(json.group(1))) {
      if (film.get("id").asText().equals(id)) {
        return StreamSupport.stream(film.get("frames").spliterator(), false)
            .map(frame -> frame.get(2).asText())
            .toList();
      }
    }
    return List.of();
  }

  @Test
  void aMistakeThatIsKnownIsDrawnBesideTheRightSignal() throws Exception {
    run(HandoutKit.submission("known/he-lecun"));
    String page = Files.readString(folder.resolve("lab/index.html"));
    assertTrue(page.contains("the 2 is missing from the square root"), page);
    assertTrue(page.contains("changes by a factor of 0.691"), "about the root of one half");
    assertFalse(rightFile("index.html").contains("Your exercise 3, drawn"));
  }

  @Test
  void theSweepTrainsFromAHundredthToTenTimes() throws Exception {
    String printed = run(HandoutKit.submission("right/plain"), "--sweep");
    assertTrue(printed.contains("exercise 3 times 1.0: accuracy 99.33 %"), printed);
    String page = Files.readString(folder.resolve("lab/index.html"));
    assertTrue(page.contains("times 0.01: accuracy"), "the least");
    assertTrue(page.contains("times 10: accuracy"), "the most");
  }

  @Test
  void optionsSayWhatIsNotAsInTheText() throws Exception {
    String printed = run(HandoutKit.submission("right/plain"), "--seed", "7", "--iterations", "30");
    assertEquals(
        List.of(
            "--seed is 7 here; in the text it is 3.",
            "--iterations is 30 here; in the text it is 15000."),
        printed.lines().limit(2).toList());
    assertFalse(printed.contains("recommended"), printed);
  }

  @Test
  void wrongOptionsAreToldInASentence() throws Exception {
    String help = "  --help lists the options and what they take.\n";
    assertEquals("There is no option --seeds." + help, run(HandoutKit.stubs(), "--seeds"));
    assertEquals("--seed cannot be x." + help, run(HandoutKit.stubs(), "--seed", "x"));
    assertEquals("--seed needs a value after it." + help, run(HandoutKit.stubs(), "--seed"));
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldBeforeTraining() throws Exception {
    Path file = Files.writeString(folder.resolve("lab"), "a file");
    assertEquals(
        "Nothing can be written into " + file + ": name another folder with --out.\n",
        run(HandoutKit.submission("right/plain")));
  }

  @Test
  void emptyExercisesAreNamedAndThePageIsStillWritten() throws Exception {
    String printed = run(HandoutKit.stubs());
    for (int exercise = 1; exercise <= 3; exercise++) {
      assertTrue(
          printed.contains("Not trained: exercise " + exercise + " not implemented yet"), printed);
    }
    String page = Files.readString(folder.resolve("lab/index.html"));
    assertTrue(page.contains("exercise 3 not implemented yet"), page);
    assertFalse(page.contains("id=\"film\""), "nothing to see yet");
    assertFalse(Files.exists(folder.resolve("lab/he-boundary.svg")));
  }

  /** It reaches the right accuracy on the train set. */
  @Test
  void aMissingRootIsNotPraisedForItsAccuracy() throws Exception {
    String printed = run(HandoutKit.submission("known/he-missing-square-root"));
    assertTrue(table(printed).contains("He initialization 99.33 % 95 % not yet"), printed);
    String page = Files.readString(folder.resolve("lab/index.html"));
    assertFalse(page.contains("The boundary follows the circle"), "no praise on the page either");
  }

  /** No accuracy tells it, and no known mistake. */
  @Test
  void aFactorThatIsNearlyRightIsNotPraised() throws Exception {
    String right = HandoutKit.submission("right/plain");
    String root = "Math.sqrt(2.0 / layerDims[l - 1])";
    String printed = run(right.replace(root, "Math.round(1e4 * " + root + ") / 1e4"));
    assertTrue(table(printed).contains("He initialization 99.33 % 96 % not yet"), printed);
  }

  @Test
  void aWrongAnswerIsNotCalledTheRecommendedMethod() throws Exception {
    String printed = run(HandoutKit.submission("known/he-integer-division"));
    assertTrue(table(printed).contains("not yet: ./lab test 3 tells what is wrong"), printed);
    assertFalse(printed.contains("the recommended method"), printed);
  }

  @Test
  void whoAsksForChineseReadsChinese() throws Exception {
    System.setProperty("lang", "zh");
    try {
      String printed = run(HandoutKit.stubs());
      assertTrue(printed.contains("未训练：练习 1 还没有完成"), printed);
      String page = Files.readString(folder.resolve("lab/index.html"));
      assertTrue(page.contains("<html lang=\"zh\">"), page);
      assertTrue(page.contains("未训练：练习 3 还没有完成"), page);
    } finally {
      System.clearProperty("lang");
    }
  }

  private String run(String source, String... options) throws Exception {
    return run(source, folder, options);
  }

  private static String run(String source, Path folder, String... options) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("--out", folder.resolve("lab").toString()));
    arguments.addAll(List.of(options));
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (HandoutLoader loader = handout.with(source).load()) {
      loader
          .loadClass("initlab.student.Lab")
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments.toArray(String[]::new));
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static String table(String printed) {
    return printed.replaceAll(" +", " ");
  }
}
