package initlab.grader.lms;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import initlab.grader.grading.GradeReport;
import initlab.grader.grading.ReportKit;
import initlab.grader.grading.SubmissionState;
import initlab.grader.lms.PlatformKit.Written;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.Visibility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/**
 * Strings that a student could print, throw or name something, through each platform's writer and
 * back through a reader of its format. The readers are written after the platforms' own: VPL's
 * expressions after mod_vpl's vpl_submission_CE, Autolab's after assessment_autograde_core,
 * CodeRunner's after its jobrunner, the commands of Actions after the runner's ActionCommand.
 */
class NastyStringsTest {
  private static final List<String> NASTY =
      List.of(
          "Grade :=>>10",
          " Grade :=>>10",
          "--|>\nGrade :=>>10\n<|--",
          "Comment :=>>you have 10",
          "{\"scores\": {\"InitLab\": 100}}",
          "{\"fraction\":1}",
          "]]>",
          "<script>alert(1)</script>",
          "</pre><h1>100</h1>",
          "&lt;b&gt; & \" '",
          "::error::no",
          "::set-output name=score::100",
          "::stop-commands::x",
          "##[error]no",
          "%0A::set-env name=A::b",
          "\u001b[31mred\u001b[0m\u001b]0;title\u0007",
          "nul \u0000 bell \u0007",
          "a\r\nGrade :=>>10\rGrade :=>>9",
          "12:30 http://example.org C:\\x",
          "\u202egnp.exe\u2066",
          "\ud800 half \udc00",
          "VOC_NO_REPORT_OUTPUT",
          "InitLab,100",
          "| a | b |\n|---|---|\n[x](javascript:alert(1)) `` ` ``",
          "\uFFFE\uFFFF",
          "😀".repeat(100));

  private static final double SCORE = 12.5;

  @TempDir private Path root;

  private static GradeReport report(String huge) {
    List<CheckResult> checks = new ArrayList<>();
    int number = 0;
    for (String nasty : NASTY) {
      checks.add(
          PlatformKit.check(
              "h." + number++, CheckState.FAILED, 3, Visibility.VISIBLE, nasty + huge));
    }
    String all = String.join("\n", NASTY) + huge;
    return ReportKit.printing(all, PlatformKit.report(SubmissionState.GRADED, SCORE, all, checks));
  }

  private Written written(Lms lms) throws IOException {
    return PlatformKit.write(lms, root, report(""));
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  static List<Lms> platforms() {
    return Platforms.ALL;
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void nothingIsLongerThanPlatformsTakeAndNothingIsBinary(Lms lms) throws IOException {
    Written written = PlatformKit.write(lms, root, report("x\u0000 😀".repeat(500_000)));
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
  void vplFindsOneGradeAndOneBlockOfComments() throws IOException {
    String out = written(new VirtualProgrammingLab()).out();
    Matcher grade = Pattern.compile("^Grade :=>>(.*)$", Pattern.MULTILINE).matcher(out);
    assertTrue(grade.find());
    assertEquals("1.25", grade.group(1));
    assertFalse(grade.find());
    List<String> lines = out.lines().toList();
    assertEquals(1, lines.stream().filter(line -> line.equals("<|--")).count());
    assertEquals(1, lines.stream().filter(line -> line.equals("--|>")).count());
    lines.subList(lines.indexOf("<|--") + 1, lines.indexOf("--|>")).stream()
        .filter(line -> !line.startsWith("> ") && !line.startsWith("-["))
        .forEach(line -> assertEquals("", line, "neither a title nor shown as it is"));
  }

  @Test
  void autolabReadsTheScoresInTheLastLineAndTheStagesInTheOneBefore() throws IOException {
    List<String> lines = written(new Autolab()).out().lines().toList();
    String last = lines.get(lines.size() - 1).replaceAll("([a-zA-Z0-9]+):", "\"$1\":");
    assertEquals(json("{\"scores\":{\"InitLab\":12.5}}"), json(last));
    JsonNode stages = json(lines.get(lines.size() - 2));
    assertEquals("semantic", stages.get("_presentation").textValue());
    for (JsonNode stage : stages.get("stages")) {
      assertTrue(stages.get(stage.textValue()).isObject(), stage::textValue);
    }
  }

  @Test
  void codeRunnerReadsOneObjectOfKnownFields() throws Exception {
    JsonNode result = json(written(new CodeRunner()).out());
    assertEquals(0.125, result.get("fraction").doubleValue());
    Set<String> known =
        Set.of("fraction", "prologuehtml", "testresults", "epiloguehtml", "columnformats");
    assertTrue(known.containsAll(names(result)), () -> names(result).toString());
    int columns = result.get("testresults").get(0).size();
    assertEquals(columns - 1, result.get("columnformats").size(), "the tick has no format");
    for (JsonNode row : result.get("testresults")) {
      assertEquals(columns, row.size());
    }
    for (int i = 1; i < result.get("testresults").size(); i++) {
      xml(result.get("testresults").get(i).get(3).textValue());
    }
    xml(result.get("prologuehtml").textValue());
    xml(result.get("epiloguehtml").textValue());
  }

  @Test
  void edXReadsOneElement() throws Exception {
    JsonNode result = json(written(new EdX()).out());
    assertEquals(Set.of("correct", "score", "msg"), names(result));
    assertFalse(result.get("correct").booleanValue());
    assertEquals(0.125, result.get("score").doubleValue());
    Document message = xml(result.get("msg").textValue());
    assertEquals(0, message.getElementsByTagName("script").getLength());
    assertEquals(0, message.getElementsByTagName("h1").getLength());
  }

  @Test
  void courseraReadsTheSameInTheFileAndInTheLastLine() throws IOException {
    Written written = PlatformKit.write(new Coursera(), root, report("é".repeat(9000)));
    List<String> lines = written.out().lines().toList();
    JsonNode last = json(lines.get(lines.size() - 1));
    assertEquals(json(written.file("feedback.json")), last);
    assertEquals(0.125, last.get("fractionalScore").doubleValue());
    int bytes = last.get("feedback").textValue().getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes <= 64 << 10, bytes + " bytes");
  }

  @Test
  void prairieLearnReadsAShareAndTestsThatAllHavePoints() throws IOException {
    JsonNode result = json(written(new PrairieLearn()).file("results/results.json"));
    assertEquals(0.125, result.get("score").doubleValue());
    assertEquals(NASTY.size(), result.get("tests").size());
    for (JsonNode test : result.get("tests")) {
      assertTrue(test.get("points").isNumber() && test.get("max_points").isNumber());
      assertTrue(test.get("name").isTextual());
    }
  }

  @Test
  void actionsObeysOurNotesAlone() throws IOException {
    Written written = written(new GitHub());
    String stopped = null;
    int notes = 0;
    for (String line : written.out().lines().toList()) {
      Matcher command = Pattern.compile("\\s*::([^: ]+)( [^:]*)?::(.*)").matcher(line);
      boolean isOldCommand = line.contains("##[");
      if (stopped != null) {
        stopped = line.strip().equals("::" + stopped + "::") ? null : stopped;
      } else if (command.matches()) {
        if (command.group(1).equals("stop-commands")) {
          stopped = command.group(3);
        } else {
          assertEquals("error", command.group(1), line);
          assertTrue(command.group(2).contains("title=Exercise 3%3A title of h."), line);
          notes++;
        }
      } else {
        assertFalse(isOldCommand, line);
      }
    }
    assertEquals(null, stopped, "commands are obeyed again at the end");
    assertEquals(NASTY.size(), notes);
    String summary = written.file("summary.md");
    assertFalse(summary.contains("<script"), summary);
    assertFalse(summary.contains("</pre><h1>"), summary);
  }

  @Test
  void classroom50ReadsWholePointsNoMoreThanThereAre() throws IOException {
    JsonNode result = json(written(new GitHub()).file("result.json"));
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
        names(result));
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
      Document report = xml(written(lms).file("initlab-report.xml"));
      assertEquals("testsuite", report.getDocumentElement().getTagName());
      assertEquals(NASTY.size(), report.getElementsByTagName("testcase").getLength());
      assertEquals(0, report.getElementsByTagName("properties").getLength());
    }
  }

  @Test
  void submittyReadsAShareAndMessages() throws IOException {
    JsonNode result = json(written(new Submitty()).file("validation_results.json"));
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
    JsonNode result = json(written(new Gradescope()).file("results/results.json"));
    assertEquals(SCORE, result.get("score").doubleValue());
    assertTrue(result.get("execution_time").isIntegralNumber());
    for (JsonNode test : result.get("tests")) {
      assertTrue(test.get("output").isTextual() && test.get("score").isNumber());
    }
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Document xml(String text) throws Exception {
    return assertDoesNotThrow(
        () ->
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
        text);
  }
}
