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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/**
 * Nasty strings through the writers of platforms that read the output, and back through a reader of
 * each format. The readers are written after the platforms' own: VPL's expressions after mod_vpl's
 * vpl_submission_CE, Autolab's after assessment_autograde_core, CodeRunner's after its jobrunner,
 * the commands of Actions after the runner's ActionCommand.
 */
class NastyOutputTest {
  @TempDir private Path root;

  private Written written(Lms lms) throws IOException {
    return PlatformKit.write(lms, root, Nasty.report(""));
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
    assertEquals(Nasty.json("{\"scores\":{\"InitLab\":12.5}}"), Nasty.json(last));
    JsonNode stages = Nasty.json(lines.get(lines.size() - 2));
    assertEquals("semantic", stages.get("_presentation").textValue());
    for (JsonNode stage : stages.get("stages")) {
      assertTrue(stages.get(stage.textValue()).isObject(), stage::textValue);
    }
  }

  @Test
  void codeRunnerReadsOneObjectOfKnownFields() throws Exception {
    JsonNode result = Nasty.json(written(new CodeRunner()).out());
    assertEquals(0.125, result.get("fraction").doubleValue());
    Set<String> known =
        Set.of("fraction", "prologuehtml", "testresults", "epiloguehtml", "columnformats");
    assertTrue(known.containsAll(Nasty.names(result)), () -> Nasty.names(result).toString());
    int columns = result.get("testresults").get(0).size();
    assertEquals(columns - 1, result.get("columnformats").size(), "the tick has no format");
    for (JsonNode row : result.get("testresults")) {
      assertEquals(columns, row.size());
    }
    for (int i = 1; i < result.get("testresults").size(); i++) {
      Nasty.xml(result.get("testresults").get(i).get(3).textValue());
    }
    Nasty.xml(result.get("prologuehtml").textValue());
    Nasty.xml(result.get("epiloguehtml").textValue());
  }

  @Test
  void edXReadsOneElement() throws Exception {
    JsonNode result = Nasty.json(written(new EdX()).out());
    assertEquals(Set.of("correct", "score", "msg"), Nasty.names(result));
    assertFalse(result.get("correct").booleanValue());
    assertEquals(0.125, result.get("score").doubleValue());
    Document message = Nasty.xml(result.get("msg").textValue());
    assertEquals(0, message.getElementsByTagName("script").getLength());
    assertEquals(0, message.getElementsByTagName("h1").getLength());
  }

  @Test
  void courseraReadsTheSameInTheFileAndInTheLastLine() throws IOException {
    Written written = PlatformKit.write(new Coursera(), root, Nasty.report("é".repeat(9000)));
    List<String> lines = written.out().lines().toList();
    JsonNode last = Nasty.json(lines.get(lines.size() - 1));
    assertEquals(Nasty.json(written.file("feedback.json")), last);
    assertEquals(0.125, last.get("fractionalScore").doubleValue());
    int bytes = last.get("feedback").textValue().getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes <= 64 << 10, bytes + " bytes");
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
    assertEquals(Nasty.STRINGS.size(), notes);
    String summary = written.file("summary.md");
    assertFalse(summary.contains("<script"), summary);
    assertFalse(summary.contains("</pre><h1>"), summary);
  }
}
