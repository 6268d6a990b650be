package initlab.grader.lms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import initlab.grader.grading.GradeReport;
import initlab.grader.grading.SubmissionState;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.Visibility;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written, under the schemas that platforms publish, where those are at hand. */
class PublishedSchemasTest {
  private static final GradeReport REPORT =
      PlatformKit.report(
          SubmissionState.GRADED,
          52.5,
          "1 of 3 checks passed",
          List.of(
              PlatformKit.check("z.one", CheckState.PASSED, 52.5, Visibility.VISIBLE, ""),
              PlatformKit.check("z.two", CheckState.FAILED, 19, Visibility.VISIBLE, "<is> 0.3"),
              PlatformKit.check("h.end", CheckState.TIMEOUT, 28.5, Visibility.VISIBLE, "ends?")));

  @TempDir private Path root;
  private Path schemas = Path.of("");

  @BeforeEach
  void theSchemas() {
    String folder = System.getenv("INITLAB_LMS_SCHEMAS");
    assumeTrue(
        folder != null, "SKIPPED, NOT PASSED: INITLAB_LMS_SCHEMAS names no folder of schemas");
    schemas = Path.of(folder);
  }

  private List<String> problems(String schema, SpecVersion.VersionFlag version, String json)
      throws IOException {
    return JsonSchemaFactory.getInstance(version)
        .getSchema(Files.readString(schemas.resolve(schema)))
        .validate(json, InputFormat.JSON)
        .stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }

  @Test
  void classroom50sResult() throws IOException {
    String result = PlatformKit.write(new GitHub(), root, REPORT).file("result.json");
    assertEquals(
        List.of(),
        problems("classroom50/result-v1.schema.json", SpecVersion.VersionFlag.V202012, result));
  }

  @Test
  void prairieLearnsQuestion() throws IOException {
    try (var in = PrairieLearn.class.getResourceAsStream("prairielearn/info.json")) {
      assertEquals(
          List.of(),
          problems(
              "prairielearn/infoQuestion.schema.json",
              SpecVersion.VersionFlag.V202012,
              new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  /**
   * The schema is of a configuration that Submitty has completed: it has no test case's command.
   */
  @Test
  void submittysLimitsAndValidator() throws IOException {
    try (var in = Submitty.class.getResourceAsStream("submitty/config.json")) {
      List<String> problems =
          problems(
              "submitty/complete_config_schema.json",
              SpecVersion.VersionFlag.V202012,
              new String(in.readAllBytes(), StandardCharsets.UTF_8));
      assertEquals(
          List.of(),
          problems.stream()
              .filter(text -> text.matches("[$][.](resource_limits|testcases.0..validation).*"))
              .toList());
    }
  }

  @Test
  void theReportOfTests() throws Exception {
    String report = PlatformKit.write(new JUnitReport(), root, REPORT).file("initlab-report.xml");
    for (String xsd : List.of("surefire/surefire-test-report.xsd", "jenkins/junit-10.xsd")) {
      File file = schemas.resolve(xsd).toFile();
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(file)
          .newValidator()
          .validate(new StreamSource(new StringReader(report)));
    }
  }
}
