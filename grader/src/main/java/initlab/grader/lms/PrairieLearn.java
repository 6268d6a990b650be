package initlab.grader.lms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import initlab.grader.files.ZipWriter.Entry;
import initlab.grader.grading.GradeReport;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Submission;
import initlab.grader.report.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * PrairieLearn's external grading: {@code /grade/student} in, {@code /grade/results/results.json}
 * out, a score from 0 to 1. Where there is nothing to grade no attempt is lost, and after an exit
 * code other than 0 the file is not even read (documentation and sources as of 2026).
 */
final class PrairieLearn implements Lms {
  @Override
  public String name() {
    return "prairielearn";
  }

  @Override
  public Path defaultRoot() {
    return Path.of("/grade");
  }

  @Override
  public Submission read(Site site) {
    return site.submission("student", "");
  }

  @Override
  public String finish(Site site, GradeReport report, long seconds) throws IOException {
    StudentView view = StudentView.of(report);
    boolean isGraded = report.state() == SubmissionState.GRADED;
    ObjectNode result = isGraded ? graded(report, view) : notGradable(view);
    Site.write(site.root().resolve("results/results.json"), Json.bytes(result));
    return view.text();
  }

  private static ObjectNode notGradable(StudentView view) {
    ObjectNode result = JsonNodeFactory.instance.objectNode().put("gradable", false);
    result.putArray("format_errors").add(view.message());
    return result;
  }

  private static ObjectNode graded(GradeReport report, StudentView view) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("score", StudentView.share(report)).put("message", view.message());
    if (!view.printed().isBlank()) {
      result.put("output", view.printed());
    }
    for (StudentView.Item check : view.checks()) {
      result
          .withArray("tests")
          .addObject()
          .put("name", check.name())
          .put("points", check.points())
          .put("max_points", check.max())
          .put("message", check.message());
    }
    return result;
  }

  /** The grader lies among the tests, which are copied beside each submission. */
  @Override
  public List<Entry> files(Upload upload) throws IOException {
    return upload.graderIn(
        "tests/",
        upload.plain("info.json", "prairielearn/info.json"),
        upload.plain("question.html", "prairielearn/question.html"),
        upload.plain("Dockerfile", "prairielearn/Dockerfile"),
        upload.script("tests/grade.sh", "prairielearn/grade.sh"));
  }
}
