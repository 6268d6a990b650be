package initlab.grader.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The second command over a folder of results: they stay until better ones stand in their place.
 */
class FinishedFolderTest {
  @TempDir private Path folder;
  private Path students;
  private Path out;

  @BeforeEach
  void aClassIsGraded() throws IOException {
    students = folder.resolve("class");
    out = folder.resolve("results");
    hand("ada", "right-100");
    hand("bob", "does-not-compile-0");
    assertEquals(0, CliRun.of("grade", students, "--lang", "en", "--out", out).exitCode());
  }

  @Test
  void theSameAgainChangesNothing() throws IOException {
    Map<Path, FileTime> before = results();
    CliRun again = CliRun.of("grade", students, "--lang", "en", "--out", out);
    assertEquals(0, again.exitCode());
    assertTrue(again.err().contains("2 of 2 were graded before"), again.err());
    assertEquals(before, results());
  }

  @Test
  void otherSettingsAreRefusedByNameAndNothingIsLost() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "a sentence of one course alone");
    Path rubric = folder.resolve("rubric");
    assertEquals(0, CliRun.of("rubric", rubric).exitCode());
    Path file = rubric.resolve("rubric.yaml");
    Files.writeString(file, Files.readString(file).replace("he.seed, ", "he.seed, title: t, "));
    Map<Path, String> before = everything();
    for (Object[] options :
        new Object[][] {{"--secret", secret}, {"--rubric", file}, {"--allow", "java.io.File"}}) {
      CliRun other =
          CliRun.of("grade", students, "--lang", "en", "--out", out, options[0], options[1]);
      assertEquals(2, other.exitCode(), other.err());
      assertTrue(other.err().contains(String.valueOf(options[0])), other.err());
      assertEquals(before, everything());
    }
    CliRun chinese = CliRun.of("grade", students, "--out", out, "--lang", "zh");
    assertEquals(2, chinese.exitCode());
    assertTrue(chinese.err().contains("--lang"), chinese.err());
    assertEquals(before, everything());
  }

  @Test
  void onlyWhatChangedIsGradedAgain() throws IOException {
    Map<Path, FileTime> before = results();
    hand("bob", "he-forgot-factor-2-84.5");
    hand("cy", "right-100");
    CliRun again = CliRun.of("grade", students, "--lang", "en", "--out", out);
    assertEquals(0, again.exitCode());
    assertTrue(again.err().contains("1 of 3 were graded before"), again.err());
    Map<Path, FileTime> after = results();
    assertEquals(before.get(Path.of("ada")), after.get(Path.of("ada")));
    assertNotEquals(before.get(Path.of("bob")), after.get(Path.of("bob")));
    assertTrue(Files.readString(out.resolve("grades.csv")).contains("bob,bob,graded,84.5"));
    assertTrue(Files.readString(out.resolve("grades.csv")).contains("cy,cy,graded,100"));
  }

  @Test
  void whoSaysReplaceHasThemReplaced() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "a sentence of one course alone");
    Map<Path, FileTime> before = results();
    CliRun again =
        CliRun.of("grade", students, "--lang", "en", "--out", out, "--secret", secret, "--replace");
    assertEquals(0, again.exitCode(), again.err());
    assertNotEquals(before.get(Path.of("ada")), results().get(Path.of("ada")));
  }

  /** Scores of another rubric are no results of this one. */
  @Test
  void gradingDoesNotGoOnFromWhatWasScoredAgain() throws IOException {
    Path rescored = folder.resolve("rescored");
    assertEquals(0, CliRun.of("rescore", out, "--out", rescored).exitCode());
    assertEquals(2, CliRun.of("grade", students, "--out", rescored).exitCode());
  }

  private void hand(String student, String sample) throws IOException {
    Path own = Files.createDirectories(students.resolve(student));
    Path source = Path.of("samples", sample, "Initializers.java");
    Files.write(own.resolve("Initializers.java"), Files.readAllBytes(source));
  }

  /** When each result was written. */
  private Map<Path, FileTime> results() throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (Stream<Path> all = Files.list(out.resolve("submissions"))) {
      for (Path one : all.toList()) {
        times.put(one.getFileName(), Files.getLastModifiedTime(one.resolve("result.json")));
      }
    }
    return times;
  }

  private Map<Path, String> everything() throws IOException {
    Map<Path, String> content = new TreeMap<>();
    try (Stream<Path> all = Files.walk(out)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        content.put(file, Files.readString(file, ISO_8859_1));
      }
    }
    return content;
  }
}
