package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitLabTest {
  private static final Path SUBMISSIONS = Path.of("src/test/resources/submissions");

  @TempDir private Path folder;

  @Test
  void checkOfARightAnswerEndsWith0() {
    CliRun run = CliRun.of("check", SUBMISSIONS.resolve("right/debug-prints"));
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("debug-prints: 100 of 100 points (graded)"), run.out());
    assertTrue(run.out().contains("  | layer 1 fan-in "), run.out());
  }

  @Test
  void checkOfASingleFileNamesTheMistakeAndEndsWith1() {
    CliRun run =
        CliRun.of("check", SUBMISSIONS.resolve("wrong/random-null-matrix/Initializers.java"));
    assertEquals(1, run.exitCode(), run.err());
    assertTrue(run.out().contains("b1 is null; it must be a SimpleMatrix"), run.out());
    assertTrue(run.out().contains("70 of 100 points"), run.out());
  }

  @Test
  void wrongUsageEndsWith2() {
    assertEquals(2, CliRun.of("grade", "--out", folder).exitCode());
    assertEquals(2, CliRun.of("grade", "samples").exitCode());
    assertEquals(2, CliRun.of("mark").exitCode());
    assertEquals(2, CliRun.of("lms").exitCode());
    assertEquals(2, CliRun.of("grade", "samples", "--out", folder, "--jobs", 0).exitCode());
    CliRun platform = CliRun.of("lms", "run", "blackboard");
    assertEquals(2, platform.exitCode());
    assertTrue(platform.err().contains("there are: gradescope"), platform.err());
  }

  @Test
  void aPathThatDoesNotExistIsNamedAndEndsWith2() {
    CliRun run = CliRun.of("grade", "no-such-folder", "--out", folder.resolve("out"));
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("no-such-folder"), run.err());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void aFolderWithoutSubmissionsEndsWith3() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    CliRun run = CliRun.of("grade", empty, "--out", folder.resolve("out"));
    assertEquals(3, run.exitCode(), run.err());
  }

  @Test
  void submissionsThatAllLackTheFileEndWith3ButHaveResults() throws IOException {
    Files.createDirectories(folder.resolve("in/ada"));
    CliRun run = CliRun.of("grade", folder.resolve("in"), "--out", folder.resolve("out"));
    assertEquals(3, run.exitCode(), run.err());
    assertEquals(
        """
        submission,student,state,score,max_score,exercise_1,exercise_2,exercise_3,student_id,handed_in,late_percent,automatic_score
        ada,ada,missing,0,100,0,0,0,,,,0
        """,
        Files.readString(folder.resolve("out/grades.csv")));
  }

  @Test
  void resultsAreNotMixedWithOtherFiles() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "mine");
    CliRun run = CliRun.of("grade", "samples", "--out", folder);
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("has other files in it"), run.err());
  }

  @Test
  void resultsAreNotWrittenAmongTheSubmissions() {
    CliRun run = CliRun.of("grade", "samples", "--out", "samples/results");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("lies among the submissions"), run.err());
  }

  @Test
  void resultsOfOthersAreNotLostWhenOneIsGradedLate() throws IOException {
    Path out = folder.resolve("out");
    CliRun.of("grade", SUBMISSIONS.resolve("odd/empty-file"), "--out", out);
    CliRun late = CliRun.of("grade", SUBMISSIONS.resolve("odd/not-text"), "--out", out);
    assertEquals(2, late.exitCode());
    assertTrue(late.err().contains("such as empty-file"), late.err());
    assertTrue(Files.exists(out.resolve("submissions/empty-file/result.json")));
    assertTrue(Files.readString(out.resolve("grades.csv")).contains("empty-file"));
  }

  @Test
  void aReplacingRunLeavesNothingOfTheFirst() throws IOException {
    Path out = folder.resolve("out");
    CliRun.of("grade", SUBMISSIONS.resolve("odd/empty-file"), "--out", out);
    CliRun.of("grade", SUBMISSIONS.resolve("odd/not-text"), "--out", out, "--replace");
    assertFalse(Files.exists(out.resolve("submissions/empty-file")));
    assertTrue(Files.exists(out.resolve("submissions/not-text/result.json")));
    assertFalse(Files.readString(out.resolve("grades.csv")).contains("empty-file"));
  }

  @Test
  void aRubricOfOnesOwnChangesThePoints() throws IOException {
    Path rubric = folder.resolve("one.yaml");
    Files.writeString(rubric, "checks: [{id: zeros.result, points: 100, title: only this}]");
    CliRun run = CliRun.of("check", SUBMISSIONS.resolve("wrong/he-throws"), "--rubric", rubric);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("100 of 100 points"), run.out());
  }

  @Test
  void aBrokenRubricEndsWith2() throws IOException {
    Path rubric = Files.writeString(folder.resolve("bad.yaml"), "checks: []");
    CliRun run = CliRun.of("check", SUBMISSIONS.resolve("right/plain"), "--rubric", rubric);
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("bad.yaml"), run.err());
  }

  @Test
  void anUnwritableResultFolderIsAFaultOfTheGraderAndNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    CliRun run =
        CliRun.of("grade", SUBMISSIONS.resolve("odd/empty-file"), "--out", file.resolve("out"));
    assertEquals(4, run.exitCode());
    assertTrue(run.err().contains("file"), run.err());
  }

  @Test
  void withoutACommandTheHelpIsShown() {
    CliRun run = CliRun.of();
    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains("Usage: initlab"), run.out());
  }
}
