package initlab.grader.lms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import initlab.grader.grading.GradeReport;
import initlab.grader.report.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Classroom 50's {@code result.json}, after its schema classroom50/result/v1 (2026). Points are
 * whole there: the total, and each check's, are rounded to the nearest, a half up, so that those of
 * the checks need not add up to the total.
 */
final class Classroom50 {
  /** The keys of the file, and the variables that hold their values. */
  private static final Map<String, String> FROM_ENVIRONMENT =
      Map.of(
          "classroom", "CLASSROOM",
          "assignment", "ASSIGNMENT",
          "assignment_type", "ASSIGNMENT_TYPE",
          "owner", "OWNER",
          "submission", "SUBMISSION_TAG",
          "commit", "COMMIT_URL",
          "release", "RELEASE_URL",
          "review", "REVIEW_URL");

  private Classroom50() {}

  /** Whether it is Classroom 50 that has started the grader. */
  static boolean isThere(Site site) {
    return site.says("CLASSROOM").isPresent() && site.says("SUBMISSION_TAG").isPresent();
  }

  static Path file(Site site) {
    return site.root().resolve("result.json");
  }

  static void write(Site site, GradeReport report, StudentView view) throws IOException {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("schema", "classroom50/result/v1");
    FROM_ENVIRONMENT.keySet().stream()
        .sorted()
        .forEach(key -> result.put(key, value(site, FROM_ENVIRONMENT.getOrDefault(key, ""))));
    result.put("datetime", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    result.put("score", Math.min(Math.round(report.score()), Math.round(report.maxScore())));
    result.put("max-score", Math.round(report.maxScore()));
    result.putArray("tests");
    for (StudentView.Item check : view.checks()) {
      result
          .withArray("tests")
          .addObject()
          .put("test-name", check.name())
          .put("passed", check.hasPassed())
          .put("score", Math.round(check.points()))
          .put("max-score", Math.round(check.max()))
          .put("message", check.message());
    }
    Site.write(file(site), Json.bytes(result));
  }

  private static String value(Site site, String variable) {
    return switch (variable) {
      case "ASSIGNMENT_TYPE" -> site.says(variable).orElse("individual");
      case "OWNER" -> site.says(variable).or(() -> site.says("USERNAME")).orElse("unknown");
      default -> site.says(variable).orElse("unknown");
    };
  }
}
