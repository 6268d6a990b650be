package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A teacher's word stands beside what the checks came to, and is not forgotten. */
class AdjustmentsTest extends ClassKit {
  private static final String HEADER = "student,exercise,points,reason,by\n";

  @BeforeEach
  void aClass() throws IOException {
    hand("ada", "he-forgot-factor-2-84.5");
    hand("bob", "does-not-compile-0");
  }

  @Test
  void itIsAppliedShownAndSurvivesGradingAndScoringAgain() throws IOException {
    Path table =
        table(
            "ada;3;+10;explained it to me;Prof. X",
            "bob;total;55;one semicolon, on paper it is right;");
    assertEquals(0, grade("--adjustments", table).exitCode());
    assertScores("ada,ada,graded,94.5,100,30,30,34.5", "bob,bob,not_compiled,55,100,0,0,0");
    String feedback = Files.readString(out().resolve("feedback/ada/feedback.txt"));
    assertTrue(feedback.contains("Adjusted from 84.5 to 94.5 points:"), feedback);
    assertTrue(feedback.contains("exercise 3: +10 (reason: explained it to me; by Prof. X)"));
    String page = Files.readString(out().resolve("submissions/bob/index.html"));
    assertTrue(page.contains("score 55 (reason: one semicolon, on paper it is right)"), page);
    hand("bob", "right-100");
    CliRun again = grade();
    assertEquals(0, again.exitCode());
    assertTrue(
        again.out().contains("Adjusted by hand: 2 (ada 84.5 -> 94.5, bob 100 -> 55)"), again.out());
    assertScores("ada,ada,graded,94.5,100,30,30,34.5", "bob,bob,graded,55,100,30,30,40");
    Path rescored = folder.resolve("rescored");
    assertEquals(0, CliRun.of("rescore", out(), "--out", rescored).exitCode());
    assertTrue(Files.readString(rescored.resolve("grades.csv")).contains("ada,graded,94.5"));
    Files.delete(rescored.resolve("adjustments.csv"));
    assertEquals(0, CliRun.of("grade", students(), "--lang", "en", "--out", rescored).exitCode());
    assertTrue(Files.readString(rescored.resolve("grades.csv")).contains("ada,graded,84.5"));
  }

  @Test
  void anotherTableDoesNotWithdrawAnAdjustmentWithoutAWord() throws IOException {
    assertEquals(0, grade("--adjustments", table("ada;3;plus 10;;X")).exitCode());
    assertScores("ada,ada,graded,94.5,100,30,30,34.5");
    CliRun other = grade("--adjustments", table("bob;total;5;;X"));
    assertEquals(2, other.exitCode());
    assertTrue(other.err().contains("this adjustment of ada is not in the table"), other.err());
    assertEquals(0, grade("--adjustments", table("bob;total;5;;X", "ada;3;+10;;X")).exitCode());
    assertScores("ada,ada,graded,94.5", "bob,bob,not_compiled,5,");
    assertEquals(0, grade("--adjustments", table("bob;total;5;;X"), "--replace").exitCode());
    assertScores("ada,ada,graded,84.5", "bob,bob,not_compiled,5,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zoe;1;+5;;x | adjustments.csv:2: nobody here is called zoe",
        "ada;7;+5;;x | there is no exercise 7; write one of [1, 2, 3], or total",
        "ada;1;five;;x | five is not a number of points",
        "ada;1;1e3;;x | 1e3 is not a number of points",
        ";1;1;;x | the student is missing",
        "ada;1 | student, exercise, points, reason, by",
        "bob;total;-1;;x | lead to -1.0 points"
      })
  void aLineThatCannotBeMeantIsRefused(String line, String message) throws IOException {
    CliRun refused = grade("--adjustments", table(line));
    assertEquals(2, refused.exitCode(), refused.err());
    assertTrue(refused.err().contains(message), refused.err());
  }

  @Test
  void twoThatContradictEachOtherAreRefused() throws IOException {
    CliRun refused = grade("--adjustments", table("ada;1;5;;", "ada;1;+5;;"));
    assertEquals(2, refused.exitCode(), refused.err());
    assertTrue(refused.err().contains("adjustments.csv:3: ada has another line"), refused.err());
  }

  @Test
  void aNameThatTwoHaveIsRefused() throws IOException {
    Path moodle = folder.resolve("moodle");
    for (String name :
        new String[] {"Li Wei_11_assignsubmission_file", "Li Wei_12_assignsubmission_file"}) {
      copy("right-100", moodle.resolve(name));
    }
    Path table = table("Li Wei;1;+5;;x");
    CliRun refused =
        CliRun.of("grade", moodle, "--lang", "en", "--out", out(), "--adjustments", table);
    assertEquals(2, refused.exitCode(), refused.err());
    assertTrue(refused.err().contains("Li Wei can be each of Li Wei_11_"), refused.err());
  }

  private void assertScores(String... lines) throws IOException {
    String grades = grades();
    for (String line : lines) {
      assertTrue(grades.contains(line), grades);
    }
  }

  private Path table(String... lines) throws IOException {
    String text = HEADER.replace(',', ';') + String.join("\n", lines) + "\n";
    return Files.writeString(folder.resolve("adjustments.csv"), text);
  }
}
