package initlab.grader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.ReportKit;
import initlab.grader.intake.Identity;
import initlab.grader.lab.WeightLab;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.Visibility;
import initlab.grader.run.ResultFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages with the worst that names, messages, code and output can hold, in a real browser. */
class ReportPagesTest {
  private static final String ATTACK =
      "</td></script><script>document.title='owned'</script><img src=x"
          + " onerror=\"document.title='owned'\">]]>";

  private static final RunFacts FACTS =
      new RunFacts(
          RunState.COMPLETE,
          "1.0.0",
          "java",
          "system",
          "2026-11-25T18:00:00Z",
          12.5,
          3,
          2,
          "built-in",
          "settings",
          Map.of("ada", 1.5, "bob", 60.25, "eve ü", 2.0),
          List.of("older " + ATTACK),
          List.of("other " + ATTACK),
          new RunFacts.Part(1, 1, "class"));

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    List<GradeReport> reports =
        List.of(
            report("ada", ATTACK, 100, CheckState.PASSED, Visibility.VISIBLE),
            report("bob", "Bob", 7, CheckState.FAILED, Visibility.HIDDEN),
            report("eve ü", "李明", 30, CheckState.TIMEOUT, Visibility.VISIBLE));
    ResultFiles files = new ResultFiles(folder, new WeightLab());
    for (GradeReport report : reports) {
      files.write(report);
      files.writeSource(report.submission(), "// " + ATTACK + "\nclass A {}\n");
    }
    new ReportPages(folder, new WeightLab()).write(reports, FACTS);
  }

  @Test
  void noNameMessageCodeOrOutputIsTakenForMarkup() throws Exception {
    for (String page :
        List.of(
            "index.html", "run.html", "submissions/ada/index.html", "feedback/ada/feedback.html")) {
      String dom = dom(folder.resolve(page));
      assertFalse(dom.contains("<title>owned"), page);
      assertFalse(dom.contains("<img"), page);
      assertTrue(dom.contains("&lt;script&gt;"), page);
    }
  }

  @Test
  void theReportSaysWhatTheGradesRestOn() throws IOException {
    String page = Files.readString(folder.resolve("index.html"));
    assertTrue(page.contains("Isolation: bubblewrap"), page);
    assertTrue(page.contains("Secret: built-in"), page);
  }

  @Test
  void whatTookLongestComesFirstAndWhatWasPassedOverIsNamed() throws IOException {
    String page = Files.readString(folder.resolve("run.html"));
    int bob = page.indexOf("submissions/bob/index.html");
    int eve = page.indexOf("submissions/eve%20%C3%BC/index.html");
    assertTrue(bob > 0 && bob < eve && eve < page.indexOf("submissions/ada/"), page);
    assertTrue(page.contains("60.3") || page.contains("60.2"), page);
    assertTrue(page.contains("<li>older ") && page.contains("<li>other "), page);
  }

  @Test
  void theFactsOfARunAreReadAsTheyWereWritten() throws IOException {
    FACTS.write(folder);
    assertEquals(Optional.of(FACTS), RunFacts.read(folder));
    Files.writeString(folder.resolve("run.json"), "{\"state\": \"running\"}");
    assertEquals(Optional.empty(), RunFacts.read(folder), "of another version");
  }

  @Test
  void theTableIsSearchedAndSorted() throws Exception {
    String dom = driven("search.value = 'bob'; search.dispatchEvent(new Event('input'));");
    assertTrue(dom.contains("<span id=\"shown\">1</span>"), dom);
    String sorted = driven("document.querySelectorAll('#submissions th button')[3].click();");
    assertTrue(sorted.contains("aria-sort=\"ascending\""), sorted);
    String body = sorted.substring(sorted.indexOf("<tbody>", sorted.indexOf("id=\"submissions\"")));
    assertTrue(body.indexOf("bob/index") < body.indexOf("eve%20%C3%BC/index"), body);
    assertTrue(body.indexOf("eve%20%C3%BC/index") < body.indexOf("ada/index"), body);
  }

  @Test
  void theTableIsFilteredByStateMistakeAndExercise() throws Exception {
    for (String filter : List.of("state.value = 'graded'", "mistake.value = 'he.fan-out'")) {
      String dom =
          driven(
              "document.getElementById('"
                  + filter.replaceFirst("[.]", "').")
                  + ";"
                  + "filters.forEach(one => one.dispatchEvent(new Event('change')));");
      assertTrue(dom.contains("<span id=\"shown\">3</span>"), dom);
    }
    String lost =
        driven(
            "document.getElementById('lost').value = '3';"
                + "document.getElementById('lost').dispatchEvent(new Event('change'));");
    assertTrue(lost.contains("<span id=\"shown\">2</span>"), lost);
  }

  @Test
  void aMistakeLeadsToItsStudentsAndALineToTheSource() throws IOException {
    String page = Files.readString(folder.resolve("index.html"));
    String mistakes = page.substring(page.indexOf("<strong>he.fan-out</strong>"));
    assertTrue(mistakes.contains("<a href=\"submissions/bob/index.html\">bob</a>"), mistakes);
    String one = Files.readString(folder.resolve("submissions/bob/index.html"));
    assertTrue(one.contains("<a href=\"#L2\">line 2</a>"), one);
    assertTrue(one.contains("<tr id=\"L2\">"), one);
    String feedback = Files.readString(folder.resolve("feedback/ada/feedback.html"));
    assertFalse(feedback.contains("href=\"#L"), "students have the source, and no page of it");
  }

  @Test
  void whatATeacherShouldLookAtIsListedWithItsReasons() throws IOException {
    String page = Files.readString(folder.resolve("index.html"));
    String list = page.substring(page.indexOf("These need a human"), page.indexOf("Scores"));
    assertTrue(list.contains("ran out of time: map"), list);
    assertTrue(list.contains("passed over: other "), list);
    assertTrue(page.contains("3: <a href=\"submissions/ada/"), "all have one source");
  }

  @Test
  void noPageIsWiderThanAPhone() throws Exception {
    for (String page :
        List.of(
            "index.html", "run.html", "submissions/ada/index.html", "feedback/ada/feedback.html")) {
      String dom =
          driven(
              page,
              "document.documentElement.style.width = '375px';"
                  + "document.title = 'wide ' + (document.body.scrollWidth > 375);");
      assertTrue(dom.contains("<title>wide false<"), page + ": " + titleOf(dom));
    }
  }

  private static String titleOf(String dom) {
    return dom.substring(dom.indexOf("<title>"), dom.indexOf("</title>"));
  }

  private String driven(String script) throws Exception {
    return driven("index.html", script);
  }

  /** The page's own policy lets no other script in, so that this copy goes without it. */
  private String driven(String name, String script) throws Exception {
    String page = Files.readString(folder.resolve(name));
    String free = page.replaceFirst("<meta http-equiv[^>]*>", "");
    assertFalse(free.equals(page), "there is a policy");
    Path copy = folder.resolve("driven.html");
    Files.writeString(copy, free.replace("</body>", "<script>" + script + "</script></body>"));
    return dom(copy);
  }

  @Test
  void thePolicyLetsNoOtherScriptRun() throws Exception {
    String page = Files.readString(folder.resolve("index.html"));
    Path copy = folder.resolve("attacked.html");
    Files.writeString(
        copy, page.replace("</body>", "<script>document.title='owned'</script></body>"));
    assertFalse(dom(copy).contains("<title>owned"));
  }

  @Test
  void studentsAreNotToldWhatIsHidden() throws Exception {
    String text = Files.readString(folder.resolve("feedback/bob/feedback.txt"));
    String html = Files.readString(folder.resolve("feedback/bob/feedback.html"));
    for (String feedback : List.of(text, html)) {
      assertFalse(feedback.contains("what was wrong"), feedback);
      assertTrue(feedback.contains("1 hidden checks: 7 of 100 points"), feedback);
      assertFalse(feedback.contains("class A"), "the source stays with the teacher");
    }
    assertTrue(
        Files.readString(folder.resolve("submissions/bob/index.html")).contains("what was wrong"));
  }

  @Test
  void theJUnitReportIsValidUnderSurefiresSchema() throws Exception {
    String schemas = System.getenv("INITLAB_LMS_SCHEMAS");
    assumeTrue(
        schemas != null, "SKIPPED, NOT PASSED: INITLAB_LMS_SCHEMAS names no folder of schemas");
    var schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(new File(schemas, "surefire/surefire-test-report.xsd"));
    for (String name : List.of("ada", "bob", "eve ü")) {
      Path file = folder.resolve("junit/TEST-" + name + ".xml");
      schema.newValidator().validate(new StreamSource(file.toFile()));
    }
    String failed = Files.readString(folder.resolve("junit/TEST-bob.xml"));
    assertTrue(failed.contains("failures=\"1\""), failed);
  }

  @Test
  void anotherRunLeavesNoPageOfThisOne() throws IOException {
    new ResultFiles(folder, new WeightLab()).clear(java.util.Set.of());
    assertFalse(Files.exists(folder.resolve("index.html")));
    assertFalse(Files.exists(folder.resolve("run.html")));
    assertFalse(Files.exists(folder.resolve("feedback")));
    assertFalse(Files.exists(folder.resolve("junit")));
    assertFalse(Files.exists(folder.resolve("submissions/ada")));
  }

  private String dom(Path page) throws Exception {
    Path output = Files.createTempFile(folder, "dom", ".html");
    Process chromium;
    try {
      chromium =
          new ProcessBuilder(
                  "chromium",
                  "--headless",
                  "--no-sandbox",
                  "--disable-gpu",
                  "--user-data-dir=" + folder.resolve("profile"),
                  "--dump-dom",
                  page.toUri().toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectOutput(output.toFile())
              .start();
    } catch (IOException e) {
      assumeTrue(false, "SKIPPED, NOT PASSED: there is no chromium here");
      throw e;
    }
    assertTrue(chromium.waitFor(2, TimeUnit.MINUTES), "the browser ends");
    assertEquals(0, chromium.exitValue());
    String dom = Files.readString(output);
    assertTrue(dom.contains("</html>"), "the page was shown: " + dom);
    return dom;
  }

  private static GradeReport report(
      String name, String student, double score, CheckState state, Visibility visibility) {
    GradeReport report =
        ReportKit.graded(
            name,
            Identity.named(student),
            score,
            ATTACK,
            List.of(
                new CheckResult(
                    "he.result",
                    3,
                    "map",
                    state,
                    score,
                    100,
                    false,
                    visibility,
                    "what was wrong \u0001 in line 2 " + ATTACK + "long".repeat(50),
                    "he.fan-out")));
    return ReportKit.printing(visibility == Visibility.HIDDEN ? "" : "printed " + ATTACK, report);
  }
}
