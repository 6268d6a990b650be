package initlab.grader.report;

import initlab.grader.grading.GradeReport;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page about one submission: all of it for the instructor, what is not hidden for the student.
 */
final class SubmissionPage {
  /** A source of empty lines would make a page that no browser shows. */
  private static final int MAX_LINES = 5_000;

  private SubmissionPage() {}

  /** The instructor's, with the source, under the name of its file. */
  static byte[] forInstructor(
      GradeReport report, String fileName, String source, List<Map<String, Object>> pictures)
      throws IOException {
    Map<String, Object> content =
        content(report, report.checks(), report.message(), report.printed());
    content.put("pictures", pictures);
    content.put("fileName", fileName);
    content.put("back", "../../index.html");
    content.put("lines", source.lines().limit(MAX_LINES).toList());
    return Pages.page("submission.ftlh", content);
  }

  /** The student's. */
  static byte[] forStudent(GradeReport report, List<Map<String, Object>> pictures)
      throws IOException {
    List<CheckResult> shown = Feedback.shown(report);
    Map<String, Object> content =
        content(report, shown, Feedback.message(report), Feedback.printed(report));
    content.put("pictures", pictures);
    content.put("lines", List.of());
    if (shown.size() < report.checks().size()) {
      content.put("hidden", Feedback.hidden(report));
    }
    return Pages.page("submission.ftlh", content);
  }

  private static Map<String, Object> content(
      GradeReport report, List<CheckResult> checks, String message, String printed) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("submission", report.submission());
    shown.put("student", report.student());
    shown.put("state", report.state().id());
    shown.put("score", Points.show(report.score()));
    shown.put("max", Points.show(report.maxScore()));
    shown.put("message", message);
    shown.put("printed", printed);
    if (report.late() != null && report.late().minutes() > 0) {
      shown.put("late", Feedback.late(report.late()));
    }
    if (!report.adjustments().isEmpty()) {
      shown.put("adjusted", Feedback.adjusted(report));
    }
    if (report.conditions().areReduced()) {
      shown.put("isolation", Messages.get("terminal.isolation", report.isolation()));
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("report", shown);
    content.put("exercises", exercises(report, checks));
    return content;
  }

  private static List<Map<String, Object>> exercises(GradeReport report, List<CheckResult> checks) {
    List<Map<String, Object>> exercises = new ArrayList<>();
    for (int exercise : report.exercises()) {
      List<CheckResult> own =
          checks.stream().filter(check -> check.exercise() == exercise).toList();
      if (!own.isEmpty()) {
        exercises.add(
            Map.of(
                "title",
                Feedback.title(report, exercise),
                "checks",
                own.stream().map(SubmissionPage::check).toList()));
      }
    }
    return exercises;
  }

  private static Map<String, Object> check(CheckResult check) {
    return Map.of(
        "title", check.title(),
        "message", check.message(),
        "state", check.state().id(),
        "mark", mark(check.state()),
        "points", Points.show(check.score()) + " / " + Points.show(check.maxScore()));
  }

  private static String mark(CheckState state) {
    return switch (state) {
      case PASSED -> "✓";
      case FAILED, ERROR, TIMEOUT -> "✗";
      case BLOCKED, NOT_RUN -> "·";
    };
  }
}
