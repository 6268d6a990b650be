package initlab.grader.lms;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import initlab.grader.grading.GradeReport;
import initlab.grader.grading.ReportKit;
import initlab.grader.grading.SubmissionState;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.Visibility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** Strings that a student could print, throw or name something, and reports full of them. */
final class Nasty {
  static final List<String> STRINGS =
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

  static final double SCORE = 12.5;

  private Nasty() {}

  /**
   * A report that is full of them.
   *
   * @param huge what stands behind each
   */
  static GradeReport report(String huge) {
    List<CheckResult> checks = new ArrayList<>();
    int number = 0;
    for (String nasty : STRINGS) {
      checks.add(
          PlatformKit.check(
              "h." + number++, CheckState.FAILED, 3, Visibility.VISIBLE, nasty + huge));
    }
    String all = String.join("\n", STRINGS) + huge;
    return ReportKit.printing(all, PlatformKit.report(SubmissionState.GRADED, SCORE, all, checks));
  }

  static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  static Document xml(String text) {
    return assertDoesNotThrow(
        () ->
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
        text);
  }
}
