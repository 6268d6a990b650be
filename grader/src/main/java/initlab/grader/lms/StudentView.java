package initlab.grader.lms;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.GradeReport.Outcome;
import initlab.grader.grading.SubmissionState;
import initlab.grader.report.Feedback;
import initlab.grader.report.Points;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.Visibility;
import initlab.grader.text.Messages;
import initlab.grader.text.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a student may see at once, on a platform that shows all that it is given. A check that is to
 * be seen later, or never, is in no text, count or total of it; its points are in the score alone.
 *
 * @param message what became of the submission
 * @param checks those that may be seen
 * @param printed what the code printed; empty if it may not be seen
 */
record StudentView(String message, List<Item> checks, String printed) {
  private static final int MAX_MESSAGE = 8_000;

  /**
   * A check.
   *
   * @param exercise its number
   * @param title what it asks, in a line
   * @param hasPassed whether it has passed
   * @param points those earned
   * @param max those that it is worth
   * @param message what is wrong; empty if nothing is
   */
  record Item(
      int exercise, String title, boolean hasPassed, double points, double max, String message) {
    /** The exercise and what is asked. */
    String name() {
      return Messages.get("lms.check", exercise, title);
    }
  }

  /** What a student may see of a result. */
  static StudentView of(GradeReport report) {
    List<CheckResult> visible = visible(report);
    boolean isGraded = report.state() == SubmissionState.GRADED;
    return new StudentView(
        bounded(message(report, visible)),
        isGraded ? visible.stream().map(check -> item(report, check)).toList() : List.of(),
        isGraded && visible.size() == report.checks().size() ? bounded(report.printed()) : "");
  }

  /** The same as a report: without what may not be seen. */
  static GradeReport report(GradeReport report) {
    Outcome outcome = report.outcome();
    return new GradeReport(
        report.submitted(),
        new Outcome(outcome.state(), of(report).message(), outcome.score()),
        visible(report).stream().map(check -> asSeen(report, check)).toList(),
        report.conditions(),
        new GradeReport.Traces(of(report).printed(), Map.of()));
  }

  private static List<CheckResult> visible(GradeReport report) {
    return report.checks().stream()
        .filter(check -> check.visibility() == Visibility.VISIBLE)
        .toList();
  }

  private static CheckResult asSeen(GradeReport report, CheckResult check) {
    return new CheckResult(
        check.id(),
        check.exercise(),
        check.title(),
        check.state(),
        points(report, check),
        check.maxScore(),
        check.bonus(),
        check.visibility(),
        bounded(message(report, check)),
        check.hint());
  }

  private static String message(GradeReport report, List<CheckResult> visible) {
    return switch (report.state()) {
      case GRADED -> Feedback.overview(report, visible);
      case NOT_COMPILED -> Messages.get("lms.not-compiled", report.message());
      case REJECTED, MISSING -> Messages.get("lms.not-graded", report.message());
      case HARNESS_ERROR -> Messages.get("lms.no-grade", report.message());
    };
  }

  private static Item item(GradeReport report, CheckResult check) {
    return new Item(
        check.exercise(),
        Text.clean(check.title()),
        check.state() == CheckState.PASSED,
        points(report, check),
        check.maxScore(),
        bounded(message(report, check)));
  }

  /**
   * The points of a check by itself, where all or nothing would tell what an unseen one came to.
   */
  static double points(GradeReport report, CheckResult check) {
    boolean isAllSeen =
        report.checks().stream()
            .filter(other -> other.exercise() == check.exercise())
            .allMatch(other -> other.visibility() == Visibility.VISIBLE);
    boolean hasPassed = check.state() == CheckState.PASSED;
    return isAllSeen ? check.score() : hasPassed ? check.maxScore() : 0;
  }

  /** What is wrong. What a check waits for is named only where every check may be seen. */
  static String message(GradeReport report, CheckResult check) {
    boolean isAllSeen = visible(report).size() == report.checks().size();
    return switch (check.state()) {
      case NOT_RUN -> Messages.get("lms.not-run");
      case BLOCKED -> isAllSeen ? check.message() : Messages.get("lms.blocked");
      default -> check.message();
    };
  }

  /** A text without what could be more than text somewhere, and no longer than anyone reads. */
  static String bounded(String text) {
    String clean = Text.cleanLines(cut(text, 2 * MAX_MESSAGE));
    return clean.length() <= MAX_MESSAGE ? clean : cut(clean, MAX_MESSAGE) + "…";
  }

  /** At most so many characters, and no half of one. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splits ? length - 1 : length);
  }

  /** The score as a share of the most there is without bonus, 0 … 1. */
  static double share(GradeReport report) {
    double share = report.maxScore() > 0 ? report.score() / report.maxScore() : 0;
    return Math.max(0, Math.min(1, share));
  }

  /** All of it, as plain text. */
  String text() {
    String lines = checks.stream().map(StudentView::lines).collect(Collectors.joining());
    return message + "\n" + (lines.isEmpty() ? "" : "\n" + lines) + printedLines();
  }

  private static String lines(Item check) {
    String mark = check.hasPassed() ? "[ok]" : "[--]";
    String head = "%s %s (%s)\n".formatted(mark, check.name(), points(check));
    return head + indented(check.message());
  }

  /** The points of a check: {@code 2.5 / 5}. */
  static String points(Item check) {
    return Points.show(check.points()) + " / " + Points.show(check.max());
  }

  private String printedLines() {
    return printed.isBlank()
        ? ""
        : "\n" + Messages.get("terminal.printed") + "\n" + indented(printed);
  }

  private static String indented(String text) {
    return text.lines().map(line -> "     " + line + "\n").collect(Collectors.joining());
  }
}
