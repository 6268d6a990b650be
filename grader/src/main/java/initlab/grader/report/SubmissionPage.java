package initlab.grader.report;

import initlab.grader.grading.GradeReport;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.LatePolicy.Lateness;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page about one submission: all of it for the instructor, what is not hidden for the student.
 *
 * @param hidden a sentence about what is not shown, if anything is not
 * @param back where the class is, for the instructor
 * @param lines the source, for the instructor alone
 */
record SubmissionPage(
    Head report,
    List<Exercise> exercises,
    @Nullable String hidden,
    List<PictureGroup> pictures,
    @Nullable String back,
    String fileName,
    List<String> lines) {
  /** A source of empty lines would make a page that no browser shows. */
  private static final int MAX_LINES = 5_000;

  /** What stands above the checks; what is null is not shown. */
  record Head(
      String submission,
      String student,
      String state,
      String score,
      String max,
      String message,
      String printed,
      @Nullable String late,
      @Nullable String adjusted,
      @Nullable String isolation) {}

  record Exercise(String title, List<Check> checks) {}

  record Check(String title, String message, String state, String mark, String points) {}

  /** Pictures that are looked at side by side. */
  record PictureGroup(String title, List<Image> images) {}

  record Image(String data, String alt) {}

  /** The instructor's, with the source, under the name of its file. */
  static byte[] forInstructor(
      GradeReport report, String fileName, String source, List<PictureGroup> pictures)
      throws IOException {
    Head head = head(report, report.message(), report.printed());
    List<Exercise> exercises = exercises(report, report.checks());
    List<String> lines = source.lines().limit(MAX_LINES).toList();
    return Pages.page(
        "submission.ftlh",
        new SubmissionPage(head, exercises, null, pictures, "../../index.html", fileName, lines));
  }

  /** The student's. */
  static byte[] forStudent(GradeReport report, List<PictureGroup> pictures) throws IOException {
    List<CheckResult> shown = Feedback.shown(report);
    Head head = head(report, Feedback.message(report), Feedback.printed(report));
    String hidden = shown.size() < report.checks().size() ? Feedback.hidden(report) : null;
    return Pages.page(
        "submission.ftlh",
        new SubmissionPage(head, exercises(report, shown), hidden, pictures, null, "", List.of()));
  }

  private static Head head(GradeReport report, String message, String printed) {
    Lateness late = report.late();
    return new Head(
        report.submission(),
        report.student(),
        report.state().id(),
        Points.show(report.score()),
        Points.show(report.maxScore()),
        message,
        printed,
        late != null && late.minutes() > 0 ? Feedback.late(late) : null,
        report.adjustments().isEmpty() ? null : Feedback.adjusted(report),
        report.conditions().areReduced()
            ? Messages.get("terminal.isolation", report.isolation())
            : null);
  }

  private static List<Exercise> exercises(GradeReport report, List<CheckResult> checks) {
    List<Exercise> exercises = new ArrayList<>();
    for (int exercise : report.exercises()) {
      List<Check> own =
          checks.stream()
              .filter(check -> check.exercise() == exercise)
              .map(SubmissionPage::check)
              .toList();
      if (!own.isEmpty()) {
        exercises.add(new Exercise(Feedback.title(report, exercise), own));
      }
    }
    return exercises;
  }

  private static Check check(CheckResult check) {
    String points = Points.show(check.score()) + " / " + Points.show(check.maxScore());
    return new Check(
        check.title(), check.message(), check.state().id(), mark(check.state()), points);
  }

  private static String mark(CheckState state) {
    return switch (state) {
      case PASSED -> "✓";
      case FAILED, ERROR, TIMEOUT -> "✗";
      case BLOCKED, NOT_RUN -> "·";
    };
  }
}
