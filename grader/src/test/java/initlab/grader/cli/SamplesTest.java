package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {
  @TempDir private Path folder;

  @Test
  void everySampleHasTheStateAndScoreThatItsNamePromises() throws IOException {
    CliRun first = CliRun.of("grade", "samples", "--out", folder.resolve("1"), "--jobs", 1);
    assertEquals(0, first.exitCode(), first.err());
    assertEquals(expected(), states(first.out()));
    assertTrue(first.out().contains("13 submissions: 10 graded"), first.out());
  }

  @Test
  void twoRunsAreTheSameBytesWhateverTheJobs() throws IOException {
    CliRun first = gradeSome(folder.resolve("1"), 1);
    CliRun second = gradeSome(folder.resolve("2"), 3);
    assertEquals(first.out().replace(folder + "/1", ""), second.out().replace(folder + "/2", ""));
    Map<String, String> results = results(folder.resolve("1"));
    assertEquals(results, results(folder.resolve("2")));
    assertPicturesWhereTrainingDiffers(results);
  }

  /** The wrong exercise's costs and boundary beside the reference's, for teacher and student. */
  private static void assertPicturesWhereTrainingDiffers(Map<String, String> results) {
    String wrong = "he-forgot-factor-2-84.5";
    assertEquals(
        List.of(
            "submissions/" + wrong + "/exercise-3-boundary.png",
            "submissions/" + wrong + "/exercise-3-cost.png"),
        results.keySet().stream().filter(name -> name.endsWith(".png")).toList());
    for (String page :
        List.of("submissions/" + wrong + "/index.html", "feedback/" + wrong + "/feedback.html")) {
      String html = String.valueOf(results.get(page));
      assertEquals(3, html.split("<img src=\"data:image/png;base64,", -1).length - 1, page);
    }
  }

  private static CliRun gradeSome(Path out, int jobs) {
    String wrong = "samples/he-forgot-factor-2-84.5";
    String dies = "samples/zeros-exits-70";
    String none = "samples/does-not-compile-0";
    return CliRun.of("grade", wrong, dies, none, "--out", out, "--jobs", jobs);
  }

  /** "submission state score", from the list beside the samples. */
  private static List<String> expected() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("samples/expected.csv"));
    return lines.stream().skip(1).map(line -> line.replace(',', ' ')).toList();
  }

  /** The same from the table on the terminal. */
  private static List<String> states(String table) {
    return table
        .lines()
        .skip(1)
        .takeWhile(line -> !line.isBlank())
        .map(line -> line.split(" +"))
        .map(cells -> String.join(" ", cells[0], cells[1], cells[2]))
        .toList();
  }

  private static Map<String, String> results(Path run) throws IOException {
    Map<String, String> results = new TreeMap<>();
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("run.json") && !file.endsWith("run.html")) {
          results.put(
              run.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    assertTrue(results.size() >= 4, "there are " + results.keySet());
    return results;
  }
}
