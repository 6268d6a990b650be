package initlab.grader.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The second command over a folder of results: they stay until better ones stand in their place.
 */
class FinishedFolderTest extends ClassKit {
  @TempDir private static Path once;

  /** It is graded once; each test has results of its own, with the same times. */
  @BeforeEach
  void aClassIsGraded() throws IOException {
    hand("ada", "right-100");
    hand("bob", "does-not-compile-0");
    Path first = once.resolve("results");
    if (Files.notExists(first)) {
      assertEquals(0, CliRun.of("grade", students(), "--lang", "en", "--out", first).exitCode());
    }
    try (Stream<Path> all = Files.walk(first)) {
      for (Path one : all.toList()) {
        Files.copy(one, out().resolve(first.relativize(one)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @Test
  void theSameAgainChangesNothing() throws IOException {
    Map<Path, String> before = everything();
    CliRun again = grade();
    assertEquals(0, again.exitCode());
    assertTrue(again.err().contains("nothing to do: all 2 results"), again.err());
    assertEquals(before, everything());
  }

  @Test
  void otherSettingsAreRefusedByNameAndNothingIsLost() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "a sentence of one course alone");
    Path times = Files.writeString(folder.resolve("times.csv"), "student,time\n");
    Map<Path, String> before = everything();
    for (Object[] options :
        new Object[][] {
          {"--secret", secret}, {"--rubric", otherRubric()}, {"--times", times}, {"--lang", "zh"}
        }) {
      CliRun other = CliRun.of("grade", students(), "--out", out(), options[0], options[1]);
      assertEquals(2, other.exitCode(), other.err());
      assertTrue(other.err().contains(String.valueOf(options[0])), other.err());
      assertEquals(before, everything());
    }
    delete("bob");
    CliRun gone = grade();
    assertEquals(2, gone.exitCode(), gone.err());
    assertEquals(before, everything());
  }

  @Test
  void onlyWhatChangedIsGradedAgainAndTheRunSaysWhy() throws IOException {
    Map<Path, FileTime> before = results();
    Path note = Files.writeString(out().resolve("submissions/bob/note.txt"), "the teacher's");
    Path comment = Files.writeString(out().resolve("feedback/ada/comment.txt"), "mine");
    hand("bob", "he-forgot-factor-2-84.5");
    hand("cy", "right-100");
    CliRun again = grade();
    assertEquals(0, again.exitCode());
    assertTrue(again.err().contains("1 of 3 were graded before"), again.err());
    assertTrue(again.err().contains("graded, as there is no result yet: 1 (cy)"), again.err());
    assertTrue(again.err().contains("graded, as the source is another: 1 (bob)"), again.err());
    Map<Path, FileTime> after = results();
    assertEquals(before.get(Path.of("ada")), after.get(Path.of("ada")));
    assertNotEquals(before.get(Path.of("bob")), after.get(Path.of("bob")));
    assertTrue(grades().contains("bob,bob,graded,84.5"));
    assertTrue(grades().contains("cy,cy,graded,100"));
    assertEquals("the teacher's", Files.readString(note));
    assertEquals("mine", Files.readString(comment));
  }

  @Test
  void whatIsAllowedIsTriedByThoseWhoWereRefusedAndIsNotForgotten() throws IOException {
    Path own = Files.createDirectories(students().resolve("eve"));
    String right = Files.readString(students().resolve("ada/Initializers.java"));
    Files.writeString(
        own.resolve("Initializers.java"),
        right.replaceFirst("\\{\\s*(?=public static)", "{ static { System.getenv(); } "));
    assertEquals(0, grade().exitCode());
    assertTrue(grades().contains("eve,eve,rejected,0"), grades());
    Map<Path, FileTime> before = results();
    CliRun allowed = grade("--allow", "java.lang.System.getenv");
    assertEquals(0, allowed.exitCode(), allowed.err());
    assertTrue(grades().contains("eve,eve,graded,100"), grades());
    assertEquals(before.get(Path.of("ada")), results().get(Path.of("ada")));
    Map<Path, String> all = everything();
    CliRun forgotten = grade();
    assertEquals(2, forgotten.exitCode());
    assertTrue(forgotten.err().contains("--allow java.lang.System.getenv"), forgotten.err());
    assertEquals(all, everything());
    CliRun more = grade("--allow", "java.lang.System.getenv", "--ungated", "bob");
    assertTrue(more.err().contains("nothing to do: all 3"), more.err());
  }

  @Test
  void oneIsGradedAgainIntoTheClassByItsName() throws IOException {
    Map<Path, FileTime> before = results();
    hand("bob", "he-forgot-factor-2-84.5");
    CliRun only = grade("--only", "ada");
    assertEquals(0, only.exitCode(), only.err());
    assertTrue(only.err().contains("--only names others: 1 (bob)"), only.err());
    assertTrue(only.err().contains("as you asked for it: 1 (ada)"), only.err());
    assertEquals(before, results(), "it was as before, and so it stays");
    Path alone = students().resolve("bob");
    assertEquals(
        0, CliRun.of("grade", alone, "--lang", "en", "--out", out(), "--only", "bob").exitCode());
    assertTrue(grades().contains("ada,ada,graded,100"), grades());
    assertTrue(grades().contains("bob,bob,graded,84.5"), grades());
    assertEquals(2, grade("--only", "nobody").exitCode());
    assertEquals(0, grade("--ungated", "ada", "--only", "ada").exitCode());
    CliRun forgotten = grade("--only", "ada");
    assertEquals(2, forgotten.exitCode());
    assertTrue(forgotten.err().contains("--ungated ada"), forgotten.err());
  }

  @Test
  void whoSaysReplaceHasThemReplaced() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "a sentence of one course alone");
    Map<Path, FileTime> before = results();
    assertEquals(0, grade("--secret", secret, "--replace").exitCode());
    assertNotEquals(before.get(Path.of("ada")), results().get(Path.of("ada")));
    delete("bob");
    CliRun gone = grade("--secret", secret, "--replace");
    assertTrue(gone.err().contains("not there any more, and removed: 1 (bob)"), gone.err());
    assertFalse(grades().contains("bob"), grades());
    assertFalse(Files.exists(out().resolve("submissions/bob")));
  }

  @Test
  void anotherRubricIsAppliedWithoutRunningAnyone() throws IOException {
    CliRun again = grade("--rubric", otherRubric(), "--replace");
    assertEquals(0, again.exitCode(), again.err());
    assertTrue(again.err().contains("2 of 2 were graded before"), again.err());
    assertTrue(Files.readString(out().resolve("submissions/ada/result.json")).contains("retitled"));
  }

  @Test
  void gradingGoesOnFromWhatWasScoredAgainByTheSameRubric() throws IOException {
    Path rescored = folder.resolve("rescored");
    Path rubric = otherRubric();
    assertEquals(0, CliRun.of("rescore", out(), "--out", rescored, "--rubric", rubric).exitCode());
    CliRun other = CliRun.of("grade", students(), "--lang", "en", "--out", rescored);
    assertEquals(2, other.exitCode());
    assertTrue(other.err().contains("(--rubric)"), other.err());
    hand("cy", "right-100");
    CliRun which = CliRun.of("rescore", rescored, "--out", folder.resolve("third"));
    assertEquals(2, which.exitCode());
    assertTrue(which.err().contains("not scored by the built-in rubric"), which.err());
    CliRun same =
        CliRun.of("grade", students(), "--lang", "en", "--out", rescored, "--rubric", rubric);
    assertEquals(0, same.exitCode(), same.err());
    assertTrue(same.err().contains("2 of 3 were graded before"), same.err());
  }

  @Test
  void anExchangeThatWasNotFinishedIsFinished() throws IOException {
    Map<Path, String> whole = everything();
    Path pending = Files.createDirectory(out().resolve(".initlab-whole"));
    for (String name : List.of("submissions", "grades.csv", "run.json")) {
      Files.move(out().resolve(name), pending.resolve(name));
    }
    Files.createDirectories(out().resolve(".initlab-old/submissions/bob"));
    Files.writeString(out().resolve(".initlab-old/submissions/bob/note.txt"), "the teacher's");
    CliRun diff = CliRun.of("diff", out(), out());
    assertEquals(0, diff.exitCode(), diff.err());
    Path note = out().resolve("submissions/bob/note.txt");
    assertEquals("the teacher's", Files.readString(note));
    Files.delete(note);
    assertEquals(whole, everything());
  }

  private Path otherRubric() throws IOException {
    Path rubric = folder.resolve("rubric");
    assertEquals(0, CliRun.of("rubric", rubric).exitCode());
    Path file = rubric.resolve("rubric.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("he.seed, points: 4", "he.seed, title: retitled, points: 3")
            .replace("he.independence, points: 1", "he.independence, points: 2"));
    return file;
  }

  private void delete(String student) throws IOException {
    Files.delete(students().resolve(student).resolve("Initializers.java"));
    Files.delete(students().resolve(student));
  }

  /** When each result was written. */
  private Map<Path, FileTime> results() throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (Stream<Path> all = Files.list(out().resolve("submissions"))) {
      for (Path one : all.toList()) {
        times.put(one.getFileName(), Files.getLastModifiedTime(one.resolve("result.json")));
      }
    }
    return times;
  }

  private Map<Path, String> everything() throws IOException {
    Map<Path, String> content = new TreeMap<>();
    try (Stream<Path> all = Files.walk(out())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        content.put(file, Files.readString(file, ISO_8859_1));
      }
    }
    return content;
  }
}
