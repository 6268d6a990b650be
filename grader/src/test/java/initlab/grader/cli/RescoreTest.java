package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instructor edits the rubric; nothing is built again. */
class RescoreTest {
  private static final String SAMPLE = "samples/he-forgot-factor-2-84.5";

  @TempDir private Path folder;
  private Path rubric;

  @BeforeEach
  void anInstructorTakesTheRubric() throws IOException {
    assertEquals(0, CliRun.of("rubric", folder).exitCode());
    rubric = folder.resolve("rubric.yaml");
    assertTrue(Files.exists(folder.resolve("rubric.schema.json")));
  }

  @Test
  void anEditedRubricChangesGradesWithAndWithoutGradingAgain() throws IOException {
    Path first = folder.resolve("first");
    assertEquals(0, CliRun.of("grade", SAMPLE, "--out", first).exitCode());
    assertEquals("84.5", score(first));

    edit("# all_or_nothing: [zeros]", "all_or_nothing: [he]");
    Path again = folder.resolve("again");
    Path rescored = folder.resolve("rescored");
    assertEquals(0, CliRun.of("grade", SAMPLE, "--out", again, "--rubric", rubric).exitCode());
    CliRun run = CliRun.of("rescore", first, "--out", rescored, "--rubric", rubric);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("60", score(again));
    assertEquals("60", score(rescored));
    String result = "submissions/he-forgot-factor-2-84.5/result.json";
    assertEquals(
        Files.readString(again.resolve(result)), Files.readString(rescored.resolve(result)));
    assertEquals("84.5", score(first), "the old results stay");
  }

  @Test
  void resultsOfOthersAreNotLostByRescoring() throws IOException {
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    assertEquals(0, CliRun.of("grade", "samples/does-not-compile-0", "--out", one).exitCode());
    assertEquals(0, CliRun.of("grade", "samples/no-package-line-0", "--out", other).exitCode());
    CliRun refused = CliRun.of("rescore", one, "--out", other);
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("no-package-line-0"), refused.err());
    assertTrue(Files.exists(other.resolve("submissions/no-package-line-0/result.json")));
    assertEquals(0, CliRun.of("rescore", one, "--out", other, "--replace").exitCode());
  }

  @Test
  void aRunThatDidNotComeToItsEndIsNotScoredAsIfItHad() throws IOException {
    Path first = folder.resolve("first");
    CliRun.of("grade", "samples/does-not-compile-0", "samples/no-file-0", "--out", first);
    Files.delete(first.resolve("submissions/no-file-0/result.json"));
    Path rescored = folder.resolve("rescored");
    CliRun refused = CliRun.of("rescore", first, "--out", rescored);
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("holds 1 of 2 results"), refused.err());
    assertFalse(Files.exists(rescored));
  }

  @Test
  void howItWasGradedStaysKnown() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "a sentence of one course alone");
    Path first = folder.resolve("first");
    Path rescored = folder.resolve("rescored");
    String sample = "samples/does-not-compile-0";
    assertEquals(0, CliRun.of("grade", sample, "--out", first, "--secret", secret).exitCode());
    assertEquals(0, CliRun.of("rescore", first, "--out", rescored).exitCode());
    assertEquals(facts(first), facts(rescored));
    assertFalse(Files.readString(rescored.resolve("index.html")).contains("Secret: built-in"));
  }

  /** All but the mark that no grading goes on from here. */
  private static List<String> facts(Path results) throws IOException {
    return Files.readAllLines(results.resolve("run.json")).stream()
        .filter(line -> !line.contains("\"settings\""))
        .toList();
  }

  @Test
  void aTimeThatWasForgottenIsGivenLater() throws IOException {
    edit("# late:", "late:");
    edit(", extensions: extensions.csv", "");
    Path first = folder.resolve("first");
    assertEquals(0, CliRun.of("grade", SAMPLE, "--out", first, "--rubric", rubric).exitCode());
    Path times = folder.resolve("times.csv");
    Files.writeString(times, "student,time\nhe-forgot-factor-2-84.5,2026-12-01T20:00:00+08:00\n");
    Path late = folder.resolve("late");
    CliRun run = CliRun.of("rescore", first, "--out", late, "--rubric", rubric, "--times", times);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("76.05", score(late), "ten percent less than 84.5");
  }

  @Test
  void aClassIsNotCheckedAsOneSubmission() {
    CliRun run = CliRun.of("check", "samples");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("use grade for a class"), run.err());
  }

  @Test
  void aBrokenRubricIsRefusedWithItsLineAndNothingIsWritten() throws IOException {
    edit("{id: he.variance, points: 7.5", "{id: he.varianz, points: 7.5");
    long line = 1 + Files.readString(rubric).lines().takeWhile(l -> !l.contains("varianz")).count();
    Path out = folder.resolve("out");
    CliRun run = CliRun.of("grade", SAMPLE, "--out", out, "--rubric", rubric);
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("rubric.yaml:" + line + ": there is no check"), run.err());
    assertTrue(run.err().contains("he.variance"), run.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void whatALatePolicyCannotBeAppliedToIsNamed() throws IOException {
    Files.writeString(folder.resolve("x.csv"), "student,due\nnobody,2026-12-01T00:00:00Z\n");
    edit("# late:", "late:");
    edit("extensions: extensions.csv", "extensions: x.csv");
    Path out = folder.resolve("out");
    CliRun run = CliRun.of("grade", "samples/no-file-0", SAMPLE, "--out", out, "--rubric", rubric);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("Extensions of nobody here: 1 (nobody)"), run.out());
    assertTrue(
        run.out()
            .contains("nothing says when it was handed in: 2 (he-forgot-factor-2-84.5, no-file-0)"),
        run.out());
  }

  private void edit(String from, String to) throws IOException {
    String text = Files.readString(rubric);
    assertTrue(text.contains(from), from);
    Files.writeString(rubric, text.replace(from, to));
  }

  private static String score(Path results) throws IOException {
    return Files.readAllLines(results.resolve("grades.csv")).get(1).split(",", -1)[3];
  }
}
