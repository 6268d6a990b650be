package initlab.grader.report;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.SubmissionState;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.LatePolicy.Lateness;
import initlab.grader.rubric.Visibility;
import initlab.grader.text.Messages;
import java.util.List;
import java.util.stream.Collectors;

/** What a student is told, in parts. */
public final class Feedback {
  private Feedback() {}

  /** The checks that a student may see once grades are handed back. */
  static List<CheckResult> shown(GradeReport report) {
    return report.checks().stream().filter(check -> !isHidden(check)).toList();
  }

  private static boolean isHidden(CheckResult check) {
    return check.visibility() == Visibility.HIDDEN;
  }

  /** Says what the hidden checks come to. */
  static String hidden(GradeReport report) {
    List<CheckResult> hidden = report.checks().stream().filter(Feedback::isHidden).toList();
    return Messages.get(
        "feedback.hidden",
        hidden.size(),
        Points.show(hidden.stream().mapToDouble(CheckResult::score).sum()),
        Points.show(hidden.stream().mapToDouble(CheckResult::maxScore).sum()));
  }

  /**
   * What the code printed, if all that it was asked for is a student's to see: it can have printed
   * what it was asked.
   */
  public static String printed(GradeReport report) {
    boolean isOpen =
        report.checks().stream().allMatch(check -> check.visibility() == Visibility.VISIBLE);
    return isOpen || report.printed().isBlank()
        ? report.printed()
        : Messages.get("feedback.printed-hidden");
  }

  /** What the student reads first; what is hidden is not counted. */
  static String message(GradeReport report) {
    return message(report, shown(report));
  }

  private static String message(GradeReport report, List<CheckResult> shown) {
    boolean isGraded = report.state() == SubmissionState.GRADED;
    long passed = shown.stream().filter(check -> check.state() == CheckState.PASSED).count();
    return isGraded && shown.size() < report.checks().size()
        ? Messages.get("report.passed", passed, shown.size())
        : report.message();
  }

  /** The same, and why the score may be another than the points of the checks. */
  public static String overview(GradeReport report) {
    return overview(report, shown(report));
  }

  /** The same, where some checks alone are shown. */
  public static String overview(GradeReport report, List<CheckResult> shown) {
    Lateness late = report.late();
    String message = message(report, shown);
    String text = late == null || late.minutes() == 0 ? message : message + "\n" + late(late);
    return report.adjustments().isEmpty() ? text : text + "\n" + adjusted(report);
  }

  /** What a teacher changed, beside what the checks came to. */
  static String adjusted(GradeReport report) {
    String head =
        Messages.get(
            "report.adjusted",
            Points.show(report.outcome().score().automatic()),
            Points.show(report.score()));
    return head
        + report.adjustments().stream()
            .map(adjustment -> "\n  " + adjustment.sentence())
            .collect(Collectors.joining());
  }

  /** What is wrong, in a few lines. */
  public static String summary(GradeReport report) {
    StringBuilder text = new StringBuilder(overview(report));
    for (CheckResult check : shown(report)) {
      boolean isWrong =
          check.state() == CheckState.FAILED
              || check.state() == CheckState.ERROR
              || check.state() == CheckState.TIMEOUT;
      if (isWrong) {
        text.append("\n\n").append(Messages.get("lms.check", check.exercise(), check.title()));
        text.append("\n").append(check.message());
      }
    }
    return text.toString();
  }

  /** Says how late it was and what that costs. */
  static String late(Lateness late) {
    long minutes = late.minutes();
    return Messages.get(
        "terminal.late",
        minutes / 1440,
        minutes / 60 % 24,
        minutes % 60,
        Points.show(late.percent()));
  }

  /** An exercise with its points, and the rule where they are all or nothing. */
  static String title(GradeReport report, int exercise) {
    List<CheckResult> checks =
        report.checks().stream().filter(check -> check.exercise() == exercise).toList();
    double max =
        checks.stream().filter(check -> !check.bonus()).mapToDouble(CheckResult::maxScore).sum();
    return Messages.get(
        losesAll(checks) ? "terminal.exercise-all-or-nothing" : "terminal.exercise",
        exercise,
        Points.show(report.score(exercise)),
        Points.show(max));
  }

  private static boolean losesAll(List<CheckResult> checks) {
    return checks.stream()
        .anyMatch(check -> check.state() == CheckState.PASSED && check.score() < check.maxScore());
  }
}
