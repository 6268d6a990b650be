package initlab.grader.grading;

import initlab.grader.grading.GradeReport.Conditions;
import initlab.grader.grading.GradeReport.Outcome;
import initlab.grader.grading.GradeReport.Score;
import initlab.grader.grading.GradeReport.Submitted;
import initlab.grader.grading.GradeReport.Traces;
import initlab.grader.intake.Identity;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.LatePolicy.Lateness;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes reports for tests of what is done with them. */
public final class ReportKit {
  private ReportKit() {}

  /** A graded report of a source with the hash {@code aa}. */
  public static GradeReport graded(
      String name, Identity who, double score, String message, List<CheckResult> checks) {
    return of(name, who, SubmissionState.GRADED, score, message, checks);
  }

  /** A report in a state. */
  public static GradeReport of(
      String name,
      Identity who,
      SubmissionState state,
      double score,
      String message,
      List<CheckResult> checks) {
    return new GradeReport(
        new Submitted(name, who, null, "aa", List.of()),
        new Outcome(state, message, new Score(score, 100, score, null, List.of())),
        checks,
        new Conditions("bubblewrap", "", List.of()),
        new Traces("", Map.of()));
  }

  /** The same, and what its code printed. */
  public static GradeReport printing(String printed, GradeReport report) {
    return new GradeReport(
        report.submitted(),
        report.outcome(),
        report.checks(),
        report.conditions(),
        new Traces(printed, Map.of()));
  }

  /** The same, handed in late. */
  public static GradeReport late(
      @Nullable String time, @Nullable Lateness late, GradeReport report) {
    Instant handedIn = time == null ? null : Instant.parse(time);
    Submitted old = report.submitted();
    Score score = report.outcome().score();
    return new GradeReport(
        new Submitted(old.name(), old.who(), handedIn, old.sourceHash(), old.notices()),
        new Outcome(
            report.state(),
            report.message(),
            new Score(score.points(), score.max(), score.automatic(), late, score.adjustments())),
        report.checks(),
        report.conditions(),
        report.traces());
  }
}
