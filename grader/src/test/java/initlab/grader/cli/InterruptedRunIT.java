package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A run that ends early, or finds what another has written, in a real process. */
@Tag("long")
@Tag("once") // files and processes are the system's, whatever the JDK
@Execution(ExecutionMode.CONCURRENT)
class InterruptedRunIT extends RunKit {
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

  private static Map<String, Result> resultsOf(Path out) {
    try {
      return results(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void unfinish(Path out) throws IOException {
    Path record = out.resolve("run.json");
    Files.writeString(record, Files.readString(record).replace("complete", "running"));
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
