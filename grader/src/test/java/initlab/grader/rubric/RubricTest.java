package initlab.grader.rubric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import initlab.grader.lab.WeightLab;
import initlab.grader.rubric.Rubric.InvalidRubricException;
import initlab.grader.rubric.Rubric.Item;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RubricTest {
  @TempDir private Path folder;

  @Test
  void theStandardRubricIsWorth100PointsAndUsesEveryCheck() {
    Rubric rubric = Rubric.standard(new WeightLab());
    Set<String> ids = rubric.checks().stream().map(Item::id).collect(Collectors.toSet());
    assertEquals(100, rubric.maxScore());
    assertEquals(new WeightLab().checks().ids(), ids);
    assertTrue(ids.size() >= 26);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: he.varianz, points: 100 | there is no check he.varianz; there are [he.biases,",
        "id: he.shapes, points: 100, after: [he.result] | must stand before it",
        "id: he.result, points: 100, visibility: secret | the visibility secret; there are [after_",
        "id: he.result, points: -1 | 0 or more are possible",
        "id: he.result, points: 1e999 | 0 or more are possible",
        "id: he.result, points: 100, pionts: 1 | no key pionts here; there are [after, bonus, id,",
        "id: he.result | points is missing",
        "points: 100 | id is missing",
        "id: he.result, points: many | the value of points is of the wrong kind",
        "id: he.result, points: 50, points: 50 | Duplicate field 'points'",
        "id: zeros.result, points: 100 | zeros.result stands there twice"
      })
  void aBrokenCheckIsRefusedWithItsLineAndWhatIsValid(String check, String reason)
      throws IOException {
    String yaml = "checks:\n  - {id: zeros.result, points: 0}\n  - {%s}\n".formatted(check);
    assertRefused(yaml, 3, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | checks: [{id: he.result, points: 99}] | add up to 99.0; they must add up to 100",
        "1 | checks: 7 | checks is a list",
        "1 | checks: [he.result] | write one like {id: exercise.check, points: 5}",
        "1 | chekcs: [] | there is no key chekcs here; there are [all_or_nothing, checks, late]",
        "1 | checks: [ | this is no YAML",
        "1 | '' | there is no list of checks",
        "1 | [] | there is no list of checks",
        "1 | all_or_nothing: [four] | there is no exercise four; there are [zeros, random, he]",
        "1 | late: {percent_per_day: 5} | due is missing",
        "1 | late: {due: tomorrow, percent_per_day: 5} | tomorrow is no time",
        "1 | late: {due: 2026-11-30T23:59:00Z, percent_per_day: 500} | it must be from 0 to 100",
        "1 | late: {due: 2026-11-30T23:59:00Z} | percent_per_day is missing"
      })
  void aBrokenFileIsRefusedWithItsLineAndWhatIsValid(int line, String yaml, String reason)
      throws IOException {
    assertRefused(yaml, line, reason);
  }

  private void assertRefused(String yaml, int line, String reason) throws IOException {
    Path file = Files.writeString(folder.resolve("my.yaml"), yaml);
    var e = assertThrows(InvalidRubricException.class, () -> Rubric.read(file, new WeightLab()));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains("my.yaml:" + line + ": "), message);
    assertTrue(message.contains(reason), message);
  }

  @Test
  void aTitleOfTheFileIsShownAndElseInitLabsOwn() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("my.yaml"),
            """
            checks:
              - {id: he.result, points: 60, title: mine}
              - {id: he.variance, points: 40}
            """);
    List<String> titles =
        Rubric.read(file, new WeightLab()).checks().stream().map(Item::title).toList();
    assertEquals(List.of("mine", "weights have variance 2 / fan-in"), titles);
  }

  @Test
  void aBrokenTableOfExtensionsIsRefusedWithItsLine() throws IOException {
    Files.writeString(
        folder.resolve("x.csv"), "student,due\nAda,2026-12-03T00:00:00Z\nBob,friday\n");
    Path file =
        Files.writeString(
            folder.resolve("my.yaml"),
            "late: {due: 2026-12-01T00:00:00Z, percent_per_day: 5, extensions: x.csv}");
    var e = assertThrows(InvalidTableException.class, () -> Rubric.read(file, new WeightLab()));
    assertTrue(String.valueOf(e.getMessage()).contains("x.csv:3: friday is no time"), e::toString);
  }

  @Test
  void anExtensionOfNobodyIsRefusedAndSoIsWhatIsNoUtf8() throws IOException {
    Path table = folder.resolve("x.csv");
    Files.writeString(table, "student,due\n,2026-12-30T00:00:00Z\n");
    var nobody = assertThrows(InvalidTableException.class, () -> StudentTimes.read(table, "due"));
    assertTrue(String.valueOf(nobody.getMessage()).contains(":2: the student is missing"));
    Files.write(table, "student,due\n李明,2026-12-30T00:00:00Z\n".getBytes("GBK"));
    var gbk = assertThrows(InvalidTableException.class, () -> StudentTimes.read(table, "due"));
    assertTrue(String.valueOf(gbk.getMessage()).contains("CSV UTF-8"), gbk::toString);
    Files.writeString(table, "student,due\n\"李明,2026-12-30T00:00:00Z\n");
    assertThrows(InvalidTableException.class, () -> StudentTimes.read(table, "due"));
  }

  @Test
  void editorsAcceptWhatTheGraderAcceptsAndRefuseWhatItRefuses() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(new ByteArrayInputStream(new WeightLab().rubricFile("rubric.schema.json")));
    String standard = new String(new WeightLab().rubricFile("rubric.yaml"), StandardCharsets.UTF_8);
    assertEquals(Set.of(), schema.validate(standard, InputFormat.YAML));
    String all =
        standard.replace("# all_or_nothing:", "all_or_nothing:").replace("# late:", "late:");
    assertEquals(Set.of(), schema.validate(all, InputFormat.YAML));
    for (String[] edit :
        new String[][] {
          {"id: he.shapes", "id: he.shpes"},
          {"points: 5", "points: -5"},
          {"points: 5", "pionts: 5"},
          {"points: 5", "points: 5, visibility: secret"},
          {"points: 5", "points: 5, bonus: perhaps"},
          {"all_or_nothing: [zeros]", "all_or_nothing: [four]"},
          {"percent_per_day: 10", "percent_per_day: 1000"},
          {"2026-11-30T23:59:00+08:00", "tomorrow"}
        }) {
      String broken = all.replaceFirst(Pattern.quote(edit[0]), Matcher.quoteReplacement(edit[1]));
      assertNotEquals(Set.of(), schema.validate(broken, InputFormat.YAML), edit[1]);
    }
    JsonNode ids = new ObjectMapper().readTree(new WeightLab().rubricFile("rubric.schema.json"));
    Set<String> known = new TreeSet<>();
    ids.at("/$defs/id/enum").forEach(id -> known.add(id.asText()));
    assertEquals(new WeightLab().checks().ids(), known);
  }
}
