package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A run that ends early, in a real process, loses nothing and goes on. */
@Tag("long")
@Tag("once") // files and processes are the system's, whatever the JDK
@Execution(ExecutionMode.CONCURRENT)
class InterruptedRunIT {
  private static final List<String> KINDS =
      List.of("right/plain", "odd/syntax-error", "known/zeros-ones", "odd/no-package-line");
  private static final int KILLS = 20;
  private static final int KILLS_OVER = 6;

  @TempDir private Path folder;

  private record Result(FileTime written, byte[] bytes) {}

  private QuickClass students;

  @BeforeEach
  void aQuickRubric() {
    students = new QuickClass(folder);
  }

  @Test
  void killedAtTwentyRandomMomentsItLosesNothingThatItHadReported() throws Exception {
    makeClass(100);
    Path out = folder.resolve("killed");
    Map<String, Result> reported = new HashMap<>();
    Random random = new Random(20);
    int runsThatGotSomewhere = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      GraderProcess run = start(out);
      if (kill % 2 == 0) {
        awaitResults(out, reported.size() + 1, run);
      }
      Thread.sleep(random.nextInt(700));
      assertTrue(run.process().isAlive(), () -> "it ended by itself: " + logOf(run));
      run.kill();
      Map<String, Result> now = results(out);
      reported.forEach((name, result) -> assertSame(name, result, now.get(name)));
      runsThatGotSomewhere += now.size() > reported.size() ? 1 : 0;
      reported.putAll(now);
    }
    assertTrue(runsThatGotSomewhere >= KILLS / 2, "the kills came in the midst of grading");
    assertEquals(0, start(out).exitCode());
    Map<String, Result> last = results(out);
    reported.forEach((name, result) -> assertSame(name, result, last.get(name)));
    assertSameAsUninterrupted(out);
    assertEquals(List.of(), unfinished(out));
  }

  @Test
  void aTerminatedRunSaysSoEndsWith4AndGoesOn() throws Exception {
    makeClass(6);
    Path out = folder.resolve("terminated");
    GraderProcess run = start(out);
    awaitResults(out, 2, run);
    run.process().destroy(); // SIGTERM, as Ctrl-C and timeout(1) do
    assertEquals(4, run.exitCode());
    String log = Files.readString(run.log());
    assertTrue(log.contains("initlab: interrupted"), log);
    assertTrue(log.contains("Run the same command again"), log);
    assertEquals(1, log.lines().filter(line -> line.startsWith("initlab: ")).count(), log);
    assertFalse(Files.exists(out.resolve("grades.csv")));
    Map<String, Result> before = results(out);
    GraderProcess again = start(out);
    assertEquals(0, again.exitCode());
    assertTrue(Files.readString(again.log()).contains("going on: "), "it tells that it goes on");
    before.forEach((name, result) -> assertSame(name, result, resultsOf(out).get(name)));
    assertSameAsUninterrupted(out);
  }

  @Test
  void onlyResultsOfTheSameSourceAndTheSameRubricAreTakenOver() throws Exception {
    makeClass(3);
    Path out = folder.resolve("changed");
    assertEquals(0, start(out).exitCode());
    unfinish(out);
    Path changed = folder.resolve("class/s00/Initializers.java");
    Files.writeString(changed, Files.readString(changed) + "\n// a second attempt\n");
    GraderProcess again = start(out);
    assertEquals(0, again.exitCode());
    assertTrue(Files.readString(again.log()).contains("going on: 2 of 3"));
    unfinish(out);
    Path rubric = students.rubric();
    Files.writeString(
        rubric,
        Files.readString(rubric).replace("60", "40").replace("40, title: z", "60, title: z"));
    Map<String, Result> before = results(out);
    GraderProcess other = start(out);
    assertEquals(2, other.exitCode(), () -> logOf(other));
    assertTrue(Files.readString(other.log()).contains("graded otherwise (--rubric)"));
    assertEquals(before.keySet(), results(out).keySet());
  }

  /** One forgotten secret and one Ctrl-C cost nothing. */
  @Test
  void killedOverAFinishedFolderTheOldResultsStayUntilTheNewAreWhole() throws Exception {
    makeClass(30);
    Path out = folder.resolve("finished");
    assertEquals(0, start(out).exitCode());
    Map<String, String> before = files(out);
    Path secret = Files.writeString(folder.resolve("secret"), "a sentence of one course alone");
    Random random = new Random(7);
    for (int kill = 0; kill < KILLS_OVER; kill++) {
      GraderProcess other = startWith(out, "--secret", secret, "--replace");
      awaitResults(out.resolve("unfinished"), 1 + 3 * kill, other);
      Thread.sleep(random.nextInt(300));
      assertTrue(other.process().isAlive(), () -> "it ended by itself: " + logOf(other));
      other.kill();
      assertEquals(before, files(out));
    }
    GraderProcess same = start(out);
    assertEquals(0, same.exitCode(), () -> logOf(same));
    assertTrue(logOf(same).contains("nothing to do"), () -> logOf(same));
    assertEquals(before, files(out));
    assertEquals(0, startWith(out, "--secret", secret, "--replace").exitCode());
    assertFalse(Files.exists(out.resolve("unfinished")));
  }

  private GraderProcess startWith(Path out, Object... more) throws IOException {
    Object[] all = Stream.concat(Stream.of(arguments(out)), Stream.of(more)).toArray();
    return GraderProcess.start(Files.createTempFile(folder, "log", ".txt"), all);
  }

  /** What stands in the folder, but for what a run is yet to finish. */
  private static Map<String, String> files(Path out) throws IOException {
    Map<String, String> content = new HashMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = out.relativize(file).toString();
        if (!name.startsWith("unfinished")) {
          content.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return content;
  }

  @Test
  void aFullDiskEndsWith4AndWhatWasWrittenIsKept() throws Exception {
    Path out = Files.createDirectory(folder.resolve("full"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=28k", "tmpfs", out.toString()) == 0,
        "SKIPPED, NOT PASSED: only root can mount a small disk");
    try {
      makeClass(12);
      GraderProcess full = start(out);
      assertEquals(4, full.exitCode());
      String log = logOf(full);
      assertTrue(log.contains("No space left on device"), log);
      assertTrue(log.contains("Run the same command again"), log);
      assertFalse(Files.exists(out.resolve("grades.csv")));
      int kept = results(out).size();
      assertTrue(kept > 0 && kept < 12, kept + " were kept");
      assertEquals(0, run("mount", "-o", "remount,size=10m", out.toString()));
      assertEquals(0, start(out).exitCode());
      assertSameAsUninterrupted(out);
    } finally {
      run("umount", out.toString());
    }
  }

  @Test
  void twoRunsDoNotWriteIntoOneFolder() throws Exception {
    makeClass(40);
    Path out = folder.resolve("shared");
    GraderProcess first = start(out);
    awaitResults(out, 1, first);
    GraderProcess second = start(out);
    assertEquals(2, second.exitCode());
    assertTrue(first.process().isAlive(), "the first is still at it");
    first.kill();
    assertTrue(logOf(second).contains("another run is writing"), () -> logOf(second));
  }

  private void makeClass(int size) throws IOException {
    for (int i = 0; i < size; i++) {
      students.handIn("s%02d/Initializers.java".formatted(i), KINDS.get(i % KINDS.size()));
    }
  }

  private Object[] arguments(Path out) {
    return new Object[] {
      "grade", students.submissions(), "--out", out, "--rubric", students.rubric()
    };
  }

  private GraderProcess start(Path out) throws IOException {
    return GraderProcess.start(Files.createTempFile(folder, "log", ".txt"), arguments(out));
  }

  private static void awaitResults(Path out, int count, GraderProcess run) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (results(out).size() < count) {
      assertTrue(run.process().isAlive() && System.nanoTime() < end, () -> logOf(run));
      Thread.sleep(50);
    }
  }

  private static Map<String, Result> results(Path out) throws IOException {
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

  private static Map<String, Result> resultsOf(Path out) {
    try {
      return results(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertSame(String name, Result before, Result after) {
    assertArrayEquals(before.bytes(), after.bytes(), name);
    assertEquals(before.written(), after.written(), name + " was not graded again");
  }

  private void assertSameAsUninterrupted(Path out) throws Exception {
    Path whole = folder.resolve("whole");
    assertEquals(0, start(whole).exitCode());
    assertEquals(
        Files.readString(whole.resolve("grades.csv")), Files.readString(out.resolve("grades.csv")));
    Map<String, Result> expected = results(whole);
    Map<String, Result> actual = results(out);
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, r) -> assertArrayEquals(r.bytes(), actual.get(name).bytes(), name));
  }

  private static List<String> unfinished(Path out) throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".tmp")).toList();
    }
  }

  private static void unfinish(Path out) throws IOException {
    Path record = out.resolve("run.json");
    Files.writeString(record, Files.readString(record).replace("complete", "running"));
  }

  private static String logOf(GraderProcess run) {
    try {
      return Files.readString(run.log());
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
