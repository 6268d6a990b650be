package initlab.grader.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import initlab.grader.lab.LabExercise;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;

/** Compares the submissions of a folder with its expected.csv. */
final class ExpectedFailures {
  private ExpectedFailures() {}

  /** A test for each: its check fails as expected, and the other exercises have full marks. */
  static Stream<DynamicTest> of(String folder) throws IOException {
    List<CSVRecord> expected =
        GradingKit.rows(GradingKit.SUBMISSIONS.resolve(folder).resolve("expected.csv"));
    Map<String, GradeReport> reports = GradingKit.grade(folder);
    assertEquals(
        reports.keySet(),
        new HashSet<>(expected.stream().map(row -> row.get("submission")).toList()));
    return expected.stream()
        .map(
            row ->
                dynamicTest(
                    row.get("submission"),
                    () ->
                        verify(
                            reports.get(row.get("submission")),
                            row.get("check"),
                            row.get("state"))));
  }

  private static void verify(GradeReport report, String check, String state) {
    assertEquals(SubmissionState.GRADED, report.state(), report.message());
    assertEquals(CheckState.valueOf(state), find(report, check).state(), check);
    for (LabExercise exercise : LabExercise.values()) {
      double max =
          report.checks().stream()
              .filter(result -> result.exercise() == exercise.number())
              .mapToDouble(CheckResult::maxScore)
              .sum();
      if (check.startsWith(exercise.id() + ".")) {
        assertTrue(report.score(exercise.number()) < max, "its own exercise has full marks");
      } else {
        assertEquals(max, report.score(exercise.number()), () -> GradingKit.problems(report));
      }
    }
  }

  private static CheckResult find(GradeReport report, String id) {
    return report.checks().stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
