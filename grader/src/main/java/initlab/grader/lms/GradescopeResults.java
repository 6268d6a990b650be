package initlab.grader.lms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import initlab.grader.grading.GradeReport;
import initlab.grader.report.Feedback;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.text.Messages;

/** The content of results.json. The score is always at the top; the tests explain it. */
final class GradescopeResults {
  private GradescopeResults() {}

  static ObjectNode of(GradeReport report, long seconds) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("score", report.score());
    json.put("execution_time", seconds);
    json.put("output", StudentView.bounded(output(report)));
    json.put("output_format", "text");
    json.put("test_output_format", "text");
    json.put("test_name_format", "text");
    json.put("stdout_visibility", "hidden");
    json.putObject("extra_data")
        .put("state", report.state().id())
        .put("isolation", report.isolation());
    int number = 0;
    for (CheckResult check : report.checks()) {
      json.withArray("tests").add(test(check, ++number));
    }
    return json;
  }

  private static String output(GradeReport report) {
    String text = Feedback.printed(report).strip();
    String printed = text.isEmpty() ? "" : "\n\n" + Messages.get("terminal.printed") + "\n" + text;
    return switch (report.state()) {
      case GRADED -> Feedback.overview(report) + printed;
      case NOT_COMPILED -> Messages.get("lms.not-compiled", report.message());
      case REJECTED, MISSING -> Messages.get("lms.not-graded", report.message());
      case HARNESS_ERROR -> Messages.get("lms.no-grade", report.message());
    };
  }

  private static ObjectNode test(CheckResult check, int number) {
    ObjectNode test = JsonNodeFactory.instance.objectNode();
    test.put("name", Messages.get("lms.check", check.exercise(), check.title()));
    test.put("number", check.exercise() + "." + number);
    test.put("score", check.score());
    test.put("max_score", check.maxScore());
    test.put("status", check.state() == CheckState.PASSED ? "passed" : "failed");
    test.put(
        "output",
        check.state() == CheckState.NOT_RUN
            ? Messages.get("lms.not-run")
            : StudentView.bounded(check.message()));
    test.put("visibility", check.visibility().id()); // ours are Gradescope's own words
    test.putObject("extra_data").put("id", check.id()).put("state", check.state().id());
    return test;
  }
}
