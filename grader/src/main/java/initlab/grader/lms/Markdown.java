package initlab.grader.lms;

import initlab.grader.grading.GradeReport;
import initlab.grader.report.Points;
import initlab.grader.text.Messages;

/** A result as a page of Markdown. Whatever is not ours stands in it as HTML that is escaped. */
final class Markdown {
  private Markdown() {}

  static String summary(GradeReport report, StudentView view) {
    StringBuilder text = new StringBuilder("### InitLab: ");
    text.append(Points.show(report.score())).append(" / ").append(Points.show(report.maxScore()));
    text.append("\n\n").append(Html.block(view.message())).append("\n\n");
    if (!view.checks().isEmpty()) {
      text.append("| | ").append(Messages.get("lms.table.check")).append(" | ");
      text.append(Messages.get("lms.table.points")).append(" |\n|---|---|---|\n");
    }
    for (StudentView.Item check : view.checks()) {
      String mark = check.hasPassed() ? "✓" : "✗";
      String points = StudentView.points(check);
      text.append("| %s | %s | %s |\n".formatted(mark, cell(check.name()), points));
    }
    for (StudentView.Item check : view.checks()) {
      if (!check.message().isBlank()) {
        text.append("\n**").append(cell(check.name())).append("**\n\n");
        text.append(Html.block(check.message())).append("\n");
      }
    }
    return text.append("\n").append(Html.block(view.printed())).append("\n").toString();
  }

  /** Titles are the instructor's. */
  private static String cell(String text) {
    return Html.escaped(text).replace("|", "&#124;").replace("*", "&#42;").replace("`", "&#96;");
  }
}
