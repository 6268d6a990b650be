package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.files.OwnCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Workers and compilers that end as a kernel short of memory ends them: with kill -9. */
@Tag("long")
@Tag("once") // processes are the system's, whatever the JDK
@Execution(ExecutionMode.CONCURRENT)
class KilledWorkersIT extends ClassKit {
  private static final int KILLS = 30;
  private static final int STUDENTS = 80;
  private static final List<String> SAMPLES =
      List.of("right-100", "does-not-compile-0", "zeros-random-biases-90", "no-package-line-0");

  @Test
  void thirtyOfThemKilledAtRandomMomentsCostNobodyAPoint() throws Exception {
    for (int i = 0; i < STUDENTS; i++) {
      hand("student-" + i, SAMPLES.get(i % SAMPLES.size()));
      Path file = students().resolve("student-" + i + "/Initializers.java");
      OwnCode.in(file, i);
    }
    Path quiet = folder.resolve("undisturbed");
    assertEquals(0, start(quiet).exitCode());
    GraderProcess run = start(out());
    await(run);
    int kills = killSome(run);
    if (run.exitCode() != 0) { // one was killed in every attempt: no grade, and asked again now
      assertEquals(0, start(out()).exitCode());
    }
    assertTrue(kills >= KILLS / 2, "the kills came in the midst of grading: " + kills);
    assertEquals(results(quiet), results(out()));
  }

  private GraderProcess start(Path results) throws IOException {
    Path log = folder.resolve(results.getFileName() + ".log");
    return GraderProcess.start(
        log, "grade", students(), "--out", results, "--lang", "en", "--quiet");
  }

  /** Until the first has its result. */
  private void await(GraderProcess run) throws InterruptedException {
    while (run.process().isAlive() && !hasAny(out())) {
      Thread.sleep(50);
    }
  }

  /** Looks at nothing that comes and goes while results are written. */
  private static boolean hasAny(Path out) {
    return IntStream.range(0, STUDENTS)
        .mapToObj(i -> out.resolve("submissions/student-%d/result.json".formatted(i)))
        .anyMatch(Files::exists);
  }

  private static int killSome(GraderProcess run) throws InterruptedException {
    Random random = new Random(KILLS);
    int kills = 0;
    while (run.process().isAlive() && kills < KILLS) {
      List<ProcessHandle> own =
          run.process().descendants().filter(KilledWorkersIT::isOurs).toList();
      if (!own.isEmpty()) {
        own.get(random.nextInt(own.size())).destroyForcibly();
        kills++;
      }
      Thread.sleep(200 + random.nextInt(400));
    }
    return kills;
  }

  private static boolean isOurs(ProcessHandle process) {
    String line = process.info().commandLine().orElse("");
    return line.contains("worker.jar");
  }

  private static Map<String, String> results(Path out) throws IOException {
    Map<String, String> results = new TreeMap<>();
    Path submissions = out.resolve("submissions");
    if (Files.isDirectory(submissions)) {
      try (Stream<Path> files = Files.walk(submissions)) {
        for (Path file : files.filter(path -> path.endsWith("result.json")).toList()) {
          results.put(submissions.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return results;
  }
}
