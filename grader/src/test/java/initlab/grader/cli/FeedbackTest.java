package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feedback, read as the platforms' own imports read it. */
class FeedbackTest {
  @TempDir private Path folder;

  private QuickClass students;

  @BeforeEach
  void aClass() {
    students = new QuickClass(folder);
  }

  private Map<String, String> feedback(Object... platform) throws IOException {
    Path out = folder.resolve("feedback.zip");
    Object[] arguments = Arrays.copyOf(platform, platform.length + 4);
    System.arraycopy(
        new Object[] {"feedback", students.results(), "--out", out}, 0, arguments, 0, 4);
    System.arraycopy(platform, 0, arguments, 4, platform.length);
    CliRun run = CliRun.of(arguments);
    assertEquals(0, run.exitCode(), run.err());
    Map<String, String> files = new TreeMap<>();
    try (ZipFile zip = ZipFile.builder().setPath(out).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        files.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  /** A path is taken apart at underscores into at most five; the rest of the path is the file. */
  @Test
  void moodleFindsTheParticipantAndThePlugin() throws IOException {
    students.handIn("Ada_Maria Lovelace_41_assignsubmission_file/Initializers.java", "right/plain");
    students.handIn("李雷_42_assignsubmission_file/Initializers.java", "known/zeros-ones");
    students.handIn("Team A_43_assignsubmission_file/Initializers.java", "right/plain");
    Files.writeString(
        folder.resolve("worksheet.csv"),
        """
        Identifier,Full name,Group,Grade,Maximum grade,Last modified (grade)
        Participant 41,Ada_Maria Lovelace,,,100,-
        Participant 42,李雷,,,100,-
        Participant 43,Somebody Else,,,100,-
        Participant 44,Grace Hopper,Team A,,100,-
        """);
    students.grade();
    Map<String, String> files = feedback("--moodle", folder.resolve("worksheet.csv"));
    Map<String, String> byParticipant = new TreeMap<>();
    files.forEach(
        (path, text) -> {
          List<String> names = Arrays.asList(path.split("/", -1));
          String[] parts = names.get(0).split("_", 5);
          assertEquals(4, parts.length, path);
          assertEquals("assignsubmission", parts[2], path);
          assertEquals("file", parts[3], path);
          assertEquals("feedback.html", names.get(1));
          byParticipant.put(parts[1], text);
        });
    assertEquals(
        List.of("41", "42", "44"),
        List.copyOf(byParticipant.keySet()),
        "a group's number is not a participant's");
    assertTrue(byParticipant.get("41").contains("100"), "Ada's own page");
    assertTrue(byParticipant.get("42").contains("60"), "李雷's own page");
  }

  /** The first two numbers between underscores are the user and a file of theirs. */
  @Test
  void canvasFindsTheUserAndTheFileThatWasHandedIn() throws IOException {
    students.handIn("lovelaceada_LATE_101_5001_Initializers.java", "right/plain");
    students.handIn("lovelaceada_LATE_101_5000_notes.txt", "right/plain");
    students.handIn(
        "lovelaceada_LATE_101_4001_Initializers.java", "known/zeros-ones"); // an older attempt
    students.handIn("loopbob_102_5002_Initializers-1.java", "odd/syntax-error");
    students.grade();
    Map<String, String> files = feedback("--canvas", students.submissions());
    assertEquals(
        List.of(
            "loopbob_102_5002_Initializers-1.java", "lovelaceada_LATE_101_5001_Initializers.java"),
        List.copyOf(files.keySet()));
    for (Map.Entry<String, List<String>> right :
        Map.of(
                "loopbob_102_5002_Initializers-1.java", List.of("102", "5002"),
                "lovelaceada_LATE_101_5001_Initializers.java", List.of("101", "5001"))
            .entrySet()) {
      List<String> numbers =
          Arrays.stream(right.getKey().split("_", -1))
              .filter(part -> part.matches("\\d+"))
              .limit(2)
              .toList();
      assertEquals(right.getValue(), numbers);
    }
    assertTrue(files.get("lovelaceada_LATE_101_5001_Initializers.java").contains("100"));
    assertTrue(files.get("loopbob_102_5002_Initializers-1.java").contains("line"));
  }

  @Test
  void foldersOfNoPlatformAreNotGuessedAt() throws IOException {
    students.handIn("ada/Initializers.java", "right/plain");
    students.grade();
    CliRun run =
        CliRun.of(
            "feedback",
            students.results(),
            "--canvas",
            students.submissions(),
            "--out",
            folder.resolve("f.zip"));
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("own download of the submissions"), run.err());
  }
}
