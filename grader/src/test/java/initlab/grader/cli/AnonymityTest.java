package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No name is in the results; the key beside them has all, and tables by name still count. */
class AnonymityTest {
  @TempDir private Path folder;

  @Test
  void namesAreInTheKeyAloneAndTokensStay() throws IOException {
    Path students = folder.resolve("class");
    for (String name :
        List.of("Ada Lovelace_11_assignsubmission_file", "Bo Hopper_12_assignsubmission_file")) {
      Path own = Files.createDirectories(students.resolve(name));
      Files.copy(
          Path.of("samples/he-forgot-factor-2-84.5/Initializers.java"),
          own.resolve("Initializers.java"));
    }
    Path times =
        Files.writeString(
            folder.resolve("times.csv"),
            "student,time\nAda Lovelace,2026-12-02T00:00:00Z\n12,2026-12-02T00:00:00Z\n");
    Path adjustments =
        Files.writeString(
            folder.resolve("adjust.csv"),
            "student,exercise,points,reason,by\nBo Hopper,3,+5,asked,X\n");
    Path out = folder.resolve("results");
    Object[] command = {
      "grade",
      students,
      "--out",
      out,
      "--lang",
      "en",
      "--anonymous",
      "--rubric",
      rubric(),
      "--times",
      times,
      "--adjustments",
      adjustments
    };
    CliRun run = CliRun.of(command);
    assertEquals(0, run.exitCode(), run.err());
    try (Stream<Path> all = Files.walk(out)) {
      for (Path file : all.toList()) {
        String name = out.relativize(file).toString();
        String text =
            Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        assertFalse((name + text).matches("(?s).*(Lovelace|Hopper|assignsubmission).*"), name);
      }
    }
    List<String> key = Files.readAllLines(folder.resolve("results-key.csv"));
    assertEquals("token,submission,student,student_id", key.get(0));
    assertTrue(key.get(1).endsWith(",Ada Lovelace_11_assignsubmission_file,Ada Lovelace,11"));
    String ada = key.get(1).split(",", -1)[0];
    String bo = key.get(2).split(",", -1)[0];
    List<String> grades = Files.readAllLines(out.resolve("grades.csv"));
    String adas = grades.stream().filter(line -> line.startsWith(ada)).findFirst().orElseThrow();
    String bos = grades.stream().filter(line -> line.startsWith(bo)).findFirst().orElseThrow();
    assertTrue(adas.contains(",graded,42.25,"), "a day late, at half: " + adas);
    assertTrue(bos.contains(",graded,89.5,"), "extended, and adjusted by 5: " + bos);
    Object[] withoutTable = Arrays.copyOf(command, command.length - 2);
    CliRun kept = CliRun.of(withoutTable);
    assertTrue(kept.err().contains("nothing to do: all 2"), kept.err());
    CliRun again = CliRun.of(command);
    assertTrue(again.err().contains("nothing to do: all 2"), again.err());
  }

  private Path rubric() throws IOException {
    Path rubric = folder.resolve("rubric");
    assertEquals(0, CliRun.of("rubric", rubric).exitCode());
    Files.writeString(
        rubric.resolve("extensions.csv"), "student,due\nBo Hopper,2026-12-03T00:00:00Z\n");
    Path file = rubric.resolve("rubric.yaml");
    return Files.writeString(
        file,
        Files.readString(file)
            + """

            late:
              due: "2026-12-01T00:00:00Z"
              percent_per_day: 50
              extensions: extensions.csv
            """);
  }
}
