package initlab.grader.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import initlab.grader.grading.GradeReport;
import initlab.grader.grading.SubmissionState;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.LatePolicy.Lateness;
import initlab.grader.rubric.Visibility;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The content of result.json, written and read. */
final class StoredResult {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private StoredResult() {}

  static ObjectNode json(GradeReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("submission", report.submission());
    json.put("student", report.student());
    json.put("student_id", report.studentId());
    json.put("state", report.state().id());
    json.put("score", report.score());
    json.put("max_score", report.maxScore());
    json.put("message", report.message());
    json.put("isolation", report.isolation());
    json.put("source_sha256", report.sourceHash());
    json.put("handed_in", report.handedIn() == null ? null : report.handedIn().toString());
    if (report.late() != null) {
      json.putObject("late")
          .put("minutes", report.late().minutes())
          .put("percent", report.late().percent());
    }
    report.checks().forEach(check -> json.withArray("checks").add(json(check)));
    return json;
  }

  private static ObjectNode json(CheckResult check) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", check.id());
    json.put("exercise", check.exercise());
    json.put("title", check.title());
    json.put("state", check.state().id());
    json.put("score", check.score());
    json.put("max_score", check.maxScore());
    json.put("bonus", check.bonus());
    json.put("visibility", check.visibility().id());
    json.put("message", check.message());
    json.put("hint", check.hint());
    return json;
  }

  /** The report in a file's bytes; empty if it is none, or of another version of InitLab. */
  static Optional<GradeReport> parse(byte[] bytes, String printed) throws IOException {
    try {
      return Optional.of(report(MAPPER.readTree(bytes), printed));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static GradeReport report(JsonNode json, String printed) {
    List<CheckResult> checks = new ArrayList<>();
    required(json, "checks").forEach(check -> checks.add(check(check)));
    return new GradeReport(
        text(json, "submission"),
        text(json, "student"),
        text(json, "student_id"),
        SubmissionState.valueOf(text(json, "state").toUpperCase(Locale.ROOT)),
        required(json, "score").asDouble(),
        required(json, "max_score").asDouble(),
        text(json, "message"),
        checks,
        printed,
        text(json, "source_sha256"),
        text(json, "isolation"),
        handedIn(required(json, "handed_in")),
        late(json.get("late")),
        Map.of());
  }

  private static @Nullable Instant handedIn(JsonNode time) {
    return time.isNull() ? null : Instant.parse(time.asText());
  }

  private static @Nullable Lateness late(@Nullable JsonNode late) {
    return late == null
        ? null
        : new Lateness(required(late, "minutes").asLong(), required(late, "percent").asDouble());
  }

  private static CheckResult check(JsonNode json) {
    JsonNode hint = required(json, "hint");
    return new CheckResult(
        text(json, "id"),
        required(json, "exercise").asInt(),
        text(json, "title"),
        CheckState.valueOf(text(json, "state").toUpperCase(Locale.ROOT)),
        required(json, "score").asDouble(),
        required(json, "max_score").asDouble(),
        required(json, "bonus").asBoolean(),
        Visibility.of(text(json, "visibility")).orElseThrow(IllegalArgumentException::new),
        text(json, "message"),
        hint.isNull() ? null : hint.asText());
  }

  private static String text(JsonNode json, String name) {
    return required(json, name).asText();
  }

  private static JsonNode required(JsonNode json, String name) {
    JsonNode value = json.get(name);
    if (value == null) {
      throw new IllegalArgumentException("there is no " + name);
    }
    return value;
  }
}
