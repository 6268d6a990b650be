package initlab.grader.lms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import initlab.grader.files.ZipWriter.Entry;
import initlab.grader.grading.GradeReport;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Submission;
import initlab.grader.report.Json;
import java.io.IOException;
import java.util.List;

/**
 * Submitty's custom validator: {@code custom_validator_input.json} says in which folder the
 * submission is, {@code validation_results.json} takes a share from 0 to 1 and messages (sources as
 * of 2026). One validator has all checks, as Submitty rounds the points of each validator down.
 */
final class Submitty implements Lms {
  private static final String RESULT = "validation_results.json";

  @Override
  public String name() {
    return "submitty";
  }

  @Override
  public Submission read(Site site) {
    JsonNode input = input(site);
    String folder = input.path("testcase_prefix").asText();
    String student = input.path("username").asText();
    return site.with("student", student).submission(folder, "student");
  }

  private static JsonNode input(Site site) {
    try {
      return new ObjectMapper()
          .readTree(site.root().resolve("custom_validator_input.json").toFile());
    } catch (IOException e) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  @Override
  public void prepare(Site site) throws IOException {
    Site.clear(site.root().resolve(RESULT));
  }

  @Override
  public String finish(Site site, GradeReport report, long seconds) throws IOException {
    StudentView view = StudentView.of(report);
    boolean isFault = report.state() == SubmissionState.HARNESS_ERROR;
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    if (isFault) {
      result.put("status", "failure").put("message", view.message());
    } else {
      ObjectNode data = result.put("status", "success").putObject("data");
      data.put("score", StudentView.share(report));
      message(data, view.message(), "information");
      for (StudentView.Item check : view.checks()) {
        String text = check.name() + (check.hasPassed() ? "" : "\n" + check.message());
        message(data, text, check.hasPassed() ? "success" : "failure");
      }
    }
    Site.write(site.root().resolve(RESULT), Json.bytes(result));
    return "";
  }

  private static void message(ObjectNode data, String text, String status) {
    data.withArray("message").addObject().put("message", text).put("status", status);
  }

  @Override
  public List<Entry> files(Upload upload) throws IOException {
    return upload.graderIn(
        "config/custom_validation_code/",
        upload.plain("config/config.json", "submitty/config.json"));
  }
}
