package initlab.grader.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.grading.Scoring.NotGradedException;
import initlab.grader.intake.Identity;
import initlab.grader.lab.WeightLab;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.LatePolicy.Lateness;
import initlab.grader.rubric.Rubric;
import initlab.grader.rubric.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {
  private static final String CHECKS =
      """
      checks:
        - {id: zeros.result, points: 10}
        - {id: zeros.shapes, points: 20, after: [zeros.result]}
        - {id: he.result, points: 30}
        - {id: he.variance, points: 40, after: [he.result]}
        - {id: he.training, points: 5, bonus: true}
      """;

  @TempDir private Path folder;

  @Test
  void pointsAreThoseOfThePassedChecksAndABonusComesOnTop() throws Exception {
    assertEquals(105, score(CHECKS, graded()).score());
    assertEquals(100, score(CHECKS, graded()).maxScore());
    assertEquals(65, score(CHECKS, graded("he.variance")).score());
    assertTrue(score(CHECKS, graded("he.training")).isPerfect(), "a bonus is not needed");
  }

  @Test
  void anExerciseOfAllOrNothingEarnsNothingIfOneCheckFails() throws Exception {
    String rubric = CHECKS + "all_or_nothing: [he]\n";
    assertEquals(105, score(rubric, graded()).score());
    assertEquals(30, score(rubric, graded("he.variance")).score());
    assertEquals(85, score(rubric, graded("zeros.shapes")).score(), "exercise 1 is as before");
    assertEquals(100, score(rubric, graded("he.training")).score(), "a bonus costs nothing");
  }

  @Test
  void anotherRubricBlocksAfterTheFactButCannotKnowWhatWasNotRun() throws Exception {
    GradeReport report = score(CHECKS, graded("he.result"));
    String blocking =
        CHECKS.replace(
            "points: 40, after: [he.result]", "points: 40, after: [he.result, zeros.result]");
    GradeReport stored = score(CHECKS, graded("zeros.result"));
    assertEquals(75, stored.score(), "exercise 1 is blocked");
    CheckResult blocked = find(stored, "zeros.shapes");
    assertEquals(CheckState.BLOCKED, blocked.state());
    assertTrue(
        blocked.message().contains("\"returns a map with every W and b\""), blocked.message());
    String hidden =
        CHECKS.replace("zeros.result, points: 10", "zeros.result, points: 10, visibility: hidden");
    String told = find(score(hidden, graded("zeros.result")), "zeros.shapes").message();
    assertEquals("not run: a hidden check must pass first", told);
    assertEquals(35, score(blocking, stored).score(), "he.variance now comes after zeros.result");
    String free = CHECKS.replace("points: 40, after: [he.result]", "points: 40");
    var e = assertThrows(NotGradedException.class, () -> score(free, report));
    assertTrue(String.valueOf(e.getMessage()).contains("he.variance"), e::toString);
    String more = CHECKS.replace("he.training", "random.seed");
    assertThrows(NotGradedException.class, () -> score(more, report));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-30T12:00:00Z, 0, 0, on time",
    "2026-11-30T11:00:00+08:00, 0, 0, long before",
    "2026-11-30T12:15:00Z, 0, 0, the last moment of grace",
    "2026-11-30T12:15:01Z, 16, 10, one second later the first day has begun",
    "2026-12-01T12:00:00Z, 1440, 10, the whole of the first day",
    "2026-12-01T12:00:00.001Z, 1441, 20, the second day has begun",
    "2027-06-01T00:00:00Z, 262800, 35, never more than the cap"
  })
  void latenessCostsEachDayThatHasBegunUpToTheCap(
      String handedIn, long minutes, double percent, String why) throws Exception {
    GradeReport report = score(late(""), graded(handedIn, List.of()));
    assertEquals(new Lateness(minutes, percent), report.late(), why);
    assertEquals(105 * (1 - percent / 100), report.score(), 0.005, why);
  }

  @Test
  void anExtensionMovesTheDueTimeOfOneStudent() throws Exception {
    Files.writeString(
        folder.resolve("x.csv"), "\uFEFFstudent,due\n\"Lovelace, Ada\",2026-12-07T12:00:00Z\n");
    GradeReport ada = graded("2026-12-06T00:00:00Z", List.of());
    assertEquals(105, score(late(", extensions: x.csv"), ada).score());
    assertEquals(68.25, score(late(""), ada).score(), "without it 35 % are gone");
  }

  @Test
  void withoutATimeOrAPolicyNothingIsDeducted() throws Exception {
    assertNull(score(late(""), graded()).late());
    assertEquals(105, score(late(""), graded()).score());
    GradeReport late = score(late(""), graded("2027-01-01T00:00:00Z", List.of()));
    assertEquals(105, score(CHECKS, late).score(), "it is taken back under another policy");
  }

  private static String late(String more) {
    return CHECKS
        + "late: {due: 2026-11-30T20:00:00+08:00, grace_minutes: 15, percent_per_day: 10, cap_percent: 35%s}\n"
            .formatted(more);
  }

  private GradeReport score(String yaml, GradeReport report)
      throws IOException, NotGradedException {
    Rubric rubric =
        Rubric.read(Files.writeString(folder.resolve("rubric.yaml"), yaml), new WeightLab());
    return Scoring.score(rubric, report);
  }

  private static CheckResult find(GradeReport report, String id) {
    return report.checks().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static GradeReport graded(String... failed) {
    return graded(null, List.of(failed));
  }

  private static GradeReport graded(@Nullable String handedIn, List<String> failed) {
    List<CheckResult> checks =
        Set.of("zeros.result", "zeros.shapes", "he.result", "he.variance", "he.training").stream()
            .map(id -> check(id, failed.contains(id) ? CheckState.FAILED : CheckState.PASSED))
            .toList();
    return ReportKit.late(
        handedIn, null, ReportKit.graded("ada", Identity.named("Lovelace, Ada"), 0, "", checks));
  }

  private static CheckResult check(String id, CheckState state) {
    int exercise = id.startsWith("he") ? 3 : 1;
    return new CheckResult(id, exercise, "", state, 0, 0, false, Visibility.HIDDEN, "", null);
  }
}
