package initlab.grader.report;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.SubmissionState;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.LatePolicy.Lateness;
import initlab.grader.text.Messages;
import initlab.grader.text.Text;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jline.utils.WCWidth;
import org.jspecify.annotations.Nullable;

/** Shows reports on a terminal or in a log. */
public final class Terminal {
  private static final int MAX_NAME = 40;

  private final PrintStream out;
  private final boolean unicode;

  /**
   * Prints to a stream.
   *
   * @param unicode whether marks like ✓ can be shown; else letters are
   */
  public Terminal(PrintStream out, boolean unicode) {
    this.out = out;
    this.unicode = unicode;
  }

  /** A line for each submission, and a line of counts. */
  public void table(List<GradeReport> reports) {
    int width =
        Math.max(
            reports.stream().mapToInt(report -> columns(name(report))).max().orElse(0),
            columns(Messages.get("table.submission")));
    SortedSet<Integer> exercises = new Scores(reports).exercises();
    head(width, exercises);
    for (GradeReport report : reports) {
      row(
          width,
          name(report),
          report.state().id(),
          Points.show(report.score()),
          exercises.stream().map(number -> Points.show(report.score(number))).toList());
    }
    out.println();
    out.println(counts(reports));
  }

  private void head(int width, SortedSet<Integer> exercises) {
    row(
        width,
        Messages.get("table.submission"),
        Messages.get("table.state"),
        Messages.get("table.score"),
        exercises.stream().map(number -> Messages.get("table.exercise", number)).toList());
  }

  private void row(int width, String name, String state, String score, List<String> exercises) {
    StringBuilder line = new StringBuilder();
    line.append(pad(name, width)).append("  ").append(pad(state, 13)).append(' ');
    line.append(padLeft(score, 7));
    exercises.forEach(cell -> line.append(' ').append(padLeft(cell, 6)));
    out.println(line);
  }

  /** Says where submissions could do more than they should. */
  private void isolation(GradeReport report) {
    if (report.conditions().areReduced()) {
      out.println(Messages.get("terminal.isolation", Text.clean(report.isolation())));
    }
  }

  private static String counts(List<GradeReport> reports) {
    String states =
        Arrays.stream(SubmissionState.values())
            .map(state -> count(reports, state) + " " + state.id())
            .filter(text -> !text.startsWith("0 "))
            .collect(Collectors.joining(", "));
    double mean = new Scores(reports).mean();
    return Messages.get("table.counts", reports.size(), states, Points.show(mean));
  }

  private static long count(List<GradeReport> reports, SubmissionState state) {
    return reports.stream().filter(report -> report.state() == state).count();
  }

  /** The feedback on one submission, with every check. */
  public void feedback(GradeReport report) {
    feedback(report, report.checks(), name(report), report.message());
    printed(report.printed());
  }

  /** The feedback that a student may see. */
  public void feedbackForStudent(GradeReport report) {
    List<CheckResult> shown = Feedback.shown(report);
    feedback(report, shown, report.student(), Feedback.message(report));
    printed(Feedback.printed(report));
    if (shown.size() < report.checks().size()) {
      out.println();
      out.println(Feedback.hidden(report));
    }
  }

  private void feedback(GradeReport report, List<CheckResult> checks, String name, String message) {
    out.println(
        Messages.get(
            "terminal.points",
            name,
            Points.show(report.score()),
            Points.show(report.maxScore()),
            report.state().id()));
    out.println(message);
    lateness(report.late());
    if (!report.adjustments().isEmpty()) {
      out.println(Feedback.adjusted(report));
    }
    if (report.state() == SubmissionState.GRADED) {
      for (int exercise : report.exercises()) {
        exercise(report, exercise, checks);
      }
    }
    isolation(report);
  }

  private void printed(String text) {
    if (!text.isBlank()) {
      out.println();
      out.println(Messages.get("terminal.printed"));
      text.lines().forEach(line -> out.println("  | " + line));
    }
  }

  private void lateness(@Nullable Lateness late) {
    if (late != null && late.minutes() > 0) {
      out.println(Feedback.late(late));
    }
  }

  private void exercise(GradeReport report, int exercise, List<CheckResult> shown) {
    List<CheckResult> checks =
        shown.stream().filter(check -> check.exercise() == exercise).toList();
    out.println();
    out.println(Feedback.title(report, exercise));
    for (CheckResult check : checks) {
      out.println(
          "  "
              + Messages.get(
                  check.bonus() ? "terminal.bonus" : "terminal.check",
                  mark(check.state()),
                  check.title(),
                  Points.show(check.score()),
                  Points.show(check.maxScore())));
      if (!check.message().isEmpty()) {
        check.message().lines().forEach(line -> out.println("      " + line));
      }
    }
  }

  private String mark(CheckState state) {
    return switch (state) {
      case PASSED -> unicode ? "✓" : "[ok]";
      case FAILED -> unicode ? "✗" : "[failed]";
      case BLOCKED, NOT_RUN -> unicode ? "·" : "[not run]";
      case ERROR -> unicode ? "✗" : "[error]";
      case TIMEOUT -> unicode ? "✗" : "[timeout]";
    };
  }

  private static String name(GradeReport report) {
    String name = Text.clean(report.submission());
    return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME - 1) + "…";
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - columns(text)));
  }

  private static String padLeft(String text, int width) {
    return " ".repeat(Math.max(0, width - columns(text))) + text;
  }

  private static int columns(String text) {
    return text.codePoints().map(WCWidth::wcwidth).map(width -> Math.max(0, width)).sum();
  }
}
