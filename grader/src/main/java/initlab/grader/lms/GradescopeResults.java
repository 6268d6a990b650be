package initlab.grader.lms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import initlab.grader.grading.GradeReport;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.Visibility;
import initlab.grader.text.Messages;

/** The content of results.json. The score is always at the top; the tests explain it. */
final class GradescopeResults {
  private GradescopeResults() {}

  static ObjectNode of(GradeReport report, long seconds) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("score", report.score());
    json.put("execution_time", seconds);
    json.put("output", output(StudentView.of(report)));
    json.put("output_format", "text");
    json.put("test_output_format", "text");
    json.put("test_name_format", "text");
    json.put("stdout_visibility", "hidden");
    json.putObject("extra_data")
        .put("state", report.state().id())
        .put("isolation", report.isolation());
    int number = 0;
    for (CheckResult check : report.checks()) {
      json.withArray("tests").add(test(report, check, ++number));
    }
    return json;
  }

  private static String output(StudentView view) {
    String printed = view.printed().strip();
    return printed.isEmpty()
        ? view.message()
        : view.message() + "\n\n" + Messages.get("terminal.printed") + "\n" + printed;
  }

  private static ObjectNode test(GradeReport report, CheckResult check, int number) {
    boolean isOpen = check.visibility() == Visibility.VISIBLE;
    ObjectNode test = JsonNodeFactory.instance.objectNode();
    test.put("name", Messages.get("lms.check", check.exercise(), check.title()));
    test.put("number", check.exercise() + "." + number);
    test.put("score", isOpen ? StudentView.points(report, check) : check.score());
    test.put("max_score", check.maxScore());
    test.put("status", check.state() == CheckState.PASSED ? "passed" : "failed");
    test.put(
        "output",
        StudentView.bounded(isOpen ? StudentView.message(report, check) : check.message()));
    test.put("visibility", check.visibility().id()); // ours are Gradescope's own words
    test.putObject("extra_data").put("id", check.id()).put("state", check.state().id());
    return test;
  }
}
