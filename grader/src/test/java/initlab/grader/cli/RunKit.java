package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a quick class in processes of their own, and what they have written so far. */
abstract class RunKit {
  private static final List<String> KINDS =
      List.of("right/plain", "odd/syntax-error", "known/zeros-ones", "odd/no-package-line");

  @TempDir Path folder;

  QuickClass students;

  /** A result, and when it was written. */
  record Result(FileTime written, byte[] bytes) {}

  @BeforeEach
  void aQuickRubric() {
    students = new QuickClass(folder);
  }

  void makeClass(int size) throws IOException {
    for (int i = 0; i < size; i++) {
      students.handIn("s%02d/Initializers.java".formatted(i), KINDS.get(i % KINDS.size()));
    }
  }

  /** Grades the class into a folder. */
  GraderProcess start(Path out, Object... more) throws IOException {
    Stream<Object> usual =
        Stream.of("grade", students.submissions(), "--out", out, "--rubric", students.rubric());
    Object[] all = Stream.concat(usual, Stream.of(more)).toArray();
    return GraderProcess.start(Files.createTempFile(folder, "log", ".txt"), all);
  }

  static void awaitResults(Path out, int count, GraderProcess run) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (results(out).size() < count) {
      assertTrue(run.process().isAlive() && System.nanoTime() < end, () -> logOf(run));
      Thread.sleep(50);
    }
  }

  static Map<String, Result> results(Path out) throws IOException {
    Map<String, Result> results = new HashMap<>();
    if (Files.isDirectory(out.resolve("submissions"))) {
      try (Stream<Path> files = Files.list(out.resolve("submissions"))) {
        for (Path submission : files.toList()) {
          Path file = submission.resolve("result.json");
          if (Files.exists(file)) {
            results.put(
                submission.getFileName().toString(),
                new Result(Files.getLastModifiedTime(file), Files.readAllBytes(file)));
          }
        }
      }
    }
    return results;
  }

  static void assertSame(String name, Result before, Result after) {
    assertArrayEquals(before.bytes(), after.bytes(), name);
    assertEquals(before.written(), after.written(), name + " was not graded again");
  }

  void assertSameAsUninterrupted(Path out) throws Exception {
    Path whole = folder.resolve("whole");
    assertEquals(0, start(whole).exitCode());
    assertEquals(
        Files.readString(whole.resolve("grades.csv")), Files.readString(out.resolve("grades.csv")));
    Map<String, Result> expected = results(whole);
    Map<String, Result> actual = results(out);
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, r) -> assertArrayEquals(r.bytes(), actual.get(name).bytes(), name));
  }

  static String logOf(GraderProcess run) {
    try {
      return Files.readString(run.log());
    } catch (IOException e) {
      return e.toString();
    }
  }
}
