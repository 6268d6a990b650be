package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A run that is killed, in a real process, loses nothing and goes on. */
@Tag("long")
@Tag("once") // files and processes are the system's, whatever the JDK
@Execution(ExecutionMode.CONCURRENT)
class KilledRunIT extends RunKit {
  private static final int KILLS = 20;
  private static final int KILLS_OVER = 6;

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
      GraderProcess other = start(out, "--secret", secret, "--replace");
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
    assertEquals(0, start(out, "--secret", secret, "--replace").exitCode());
    assertFalse(Files.exists(out.resolve("unfinished")));
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

  private static List<String> unfinished(Path out) throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".tmp")).toList();
    }
  }
}
