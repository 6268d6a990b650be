package initlab.grader.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import initlab.grader.grading.GradeReport;
import initlab.grader.grading.GradeReport.Conditions;
import initlab.grader.grading.GradeReport.Outcome;
import initlab.grader.grading.GradeReport.Score;
import initlab.grader.grading.GradeReport.Submitted;
import initlab.grader.grading.GradeReport.Traces;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Identity;
import initlab.grader.report.Json;
import initlab.grader.rubric.Adjustment;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.LatePolicy.Lateness;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The content of result.json: its components are the file's keys, in their order. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record StoredResult(
    String submission,
    String student,
    String studentId,
    List<Identity.Person> people,
    SubmissionState state,
    double score,
    double maxScore,
    double automaticScore,
    String message,
    List<String> notices,
    List<Adjustment> adjustments,
    String isolation,
    String settings,
    List<String> allowances,
    String sourceSha256,
    @Nullable String handedIn,
    @Nullable Lateness late,
    List<CheckResult> checks) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** The bytes of the file. */
  static byte[] bytes(GradeReport report) {
    Submitted submitted = report.submitted();
    Conditions conditions = report.conditions();
    Score score = report.outcome().score();
    return Json.bytes(
        new StoredResult(
            submitted.name(),
            submitted.who().name(),
            submitted.who().id(),
            submitted.who().people(),
            report.state(),
            score.points(),
            score.max(),
            score.automatic(),
            report.message(),
            submitted.notices(),
            score.adjustments(),
            conditions.isolation(),
            conditions.settings(),
            conditions.allowances(),
            submitted.sourceHash(),
            submitted.handedIn() == null ? null : submitted.handedIn().toString(),
            score.late(),
            report.checks()));
  }

  /** The report in a file's bytes; empty if it is none, or of another version of InitLab. */
  static Optional<GradeReport> parse(byte[] bytes, String printed) throws IOException {
    try {
      return Optional.ofNullable(MAPPER.readValue(bytes, StoredResult.class))
          .map(stored -> stored.report(printed));
    } catch (JsonProcessingException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private GradeReport report(String printed) {
    Instant time = handedIn == null ? null : Instant.parse(handedIn);
    return new GradeReport(
        new Submitted(submission, new Identity(student, people), time, sourceSha256, notices),
        new Outcome(state, message, new Score(score, maxScore, automaticScore, late, adjustments)),
        checks,
        new Conditions(isolation, settings, allowances),
        new Traces(printed, Map.of()));
  }
}
