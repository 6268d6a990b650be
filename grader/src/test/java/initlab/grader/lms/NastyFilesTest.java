package initlab.grader.lms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import initlab.grader.lms.PlatformKit.Written;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** Nasty strings through the writers of platforms that read files, and back through a reader. */
class NastyFilesTest {
  @TempDir private Path root;

  private Written written(Lms lms) throws IOException {
    return PlatformKit.write(lms, root, Nasty.report(""));
  }

  static List<Lms> platforms() {
    return Platforms.ALL;
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void nothingIsLongerThanPlatformsTakeAndNothingIsBinary(Lms lms) throws IOException {
    Written written = PlatformKit.write(lms, root, Nasty.report("x\u0000 😀".repeat(500_000)));
    assertTrue(written.out().length() < 1 << 20, "output of " + written.out().length());
    written
        .files()
        .forEach(
            (name, text) -> {
              int bytes = text.getBytes(StandardCharsets.UTF_8).length;
              assertTrue(bytes < 1 << 20, name + " has " + bytes);
            });
    assertFalse(
        Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f\\u202a-\\u202e\\u2066-\\u2069]|\\\\u00[01]")
            .matcher(written.all())
            .find());
  }

  @Test
  void prairieLearnReadsAShareAndTestsThatAllHavePoints() throws IOException {
    JsonNode result = Nasty.json(written(new PrairieLearn()).file("results/results.json"));
    assertEquals(0.125, result.get("score").doubleValue());
    assertEquals(Nasty.STRINGS.size(), result.get("tests").size());
    for (JsonNode test : result.get("tests")) {
      assertTrue(test.get("points").isNumber() && test.get("max_points").isNumber());
      assertTrue(test.get("name").isTextual());
    }
  }

  @Test
  void classroom50ReadsWholePointsNoMoreThanThereAre() throws IOException {
    JsonNode result = Nasty.json(written(new GitHub()).file("result.json"));
    assertEquals(
        Set.of(
            "schema",
            "classroom",
            "assignment",
            "assignment_type",
            "owner",
            "submission",
            "commit",
            "release",
            "review",
            "datetime",
            "score",
            "max-score",
            "tests"),
        Nasty.names(result));
    assertEquals(13, result.get("score").intValue(), "a half is rounded up");
    assertTrue(
        result.get("score").isIntegralNumber() && result.get("max-score").isIntegralNumber());
    assertTrue(
        result.get("datetime").textValue().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    for (JsonNode test : result.get("tests")) {
      assertTrue(test.get("score").isIntegralNumber() && test.get("max-score").isIntegralNumber());
    }
  }

  @Test
  void junitReportsAreWellFormedAndHaveOneSuite() throws Exception {
    for (Lms lms : List.of(new JUnitReport(), new GitLab())) {
      Document report = Nasty.xml(written(lms).file("initlab-report.xml"));
      assertEquals("testsuite", report.getDocumentElement().getTagName());
      assertEquals(Nasty.STRINGS.size(), report.getElementsByTagName("testcase").getLength());
      assertEquals(0, report.getElementsByTagName("properties").getLength());
    }
  }

  @Test
  void submittyReadsAShareAndMessages() throws IOException {
    JsonNode result = Nasty.json(written(new Submitty()).file("validation_results.json"));
    assertEquals("success", result.get("status").textValue());
    assertEquals(0.125, result.at("/data/score").doubleValue());
    for (JsonNode message : result.at("/data/message")) {
      assertTrue(
          Set.of("information", "failure", "warning", "success")
              .contains(message.get("status").textValue()));
      assertTrue(message.get("message").isTextual());
    }
  }

  @Test
  void vocareumReadsOneCriterionAndAReportInHtml() throws IOException {
    Written written = written(new Vocareum());
    assertEquals("InitLab,12.5\n", written.file("voc/grade.csv"));
    String report = written.file("voc/report.txt");
    assertTrue(report.startsWith("VOC_NO_REPORT_OUTPUT\n<pre>\n"), report);
    assertFalse(report.contains("<script") || report.contains("<h1>"), report);
    assertEquals(report.length() - "</pre>\n".length(), report.indexOf("</pre>"));
  }

  @Test
  void gradescopeReadsNumbersAndTexts() throws IOException {
    JsonNode result = Nasty.json(written(new Gradescope()).file("results/results.json"));
    assertEquals(Nasty.SCORE, result.get("score").doubleValue());
    assertTrue(result.get("execution_time").isIntegralNumber());
    for (JsonNode test : result.get("tests")) {
      assertTrue(test.get("output").isTextual() && test.get("score").isNumber());
    }
  }
}
