package initlab.grader.lms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.ReportKit;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Identity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which scores a platform has already. */
class RosterTest {
  @ParameterizedTest
  @CsvSource({
    "90, , true",
    "90, 0.9, false",
    "90, 0.8, true",
    "33.333, 0.33333, false",
    "105, 1.05, false",
    "105, 1, false", // kept without the bonus: sent again, it would be kept so again
    "105, 0.99, true",
    "100, 1.05, true",
    "0, 0, false",
    "0, , true"
  })
  void aScoreIsSentIfThePlatformHasAnother(double score, Double share, boolean isNew) {
    GradeReport report =
        ReportKit.of("ada", Identity.named("Ada"), SubmissionState.GRADED, score, "", List.of());
    Roster roster =
        new Roster(
            List.of(new Roster.Member("u1", "Ada", "", "")),
            share == null ? Map.of() : Map.of("u1", share),
            List.of(report),
            false);
    assertEquals(isNew, roster.entries().get(0).isNew());
  }
}
