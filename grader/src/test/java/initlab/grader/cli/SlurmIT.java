package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import initlab.grader.files.OwnCode;
import initlab.grader.files.ResultDigests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A class on a real Slurm of one node: an array of four parts, of which one is killed. */
@Tag("long")
@Tag("once") // the scheduler is the system's, whatever the JDK
@Execution(ExecutionMode.CONCURRENT)
class SlurmIT {
  @TempDir private Path folder;
  private @Nullable SlurmNode slurm;

  @BeforeEach
  void startSlurm() throws Exception {
    String missing = SlurmNode.missing().orElse("");
    assumeTrue(missing.isEmpty(), "SKIPPED, NOT PASSED: " + missing);
    slurm = SlurmNode.start(folder);
  }

  @AfterEach
  void stopSlurm() throws Exception {
    if (slurm != null) {
      slurm.close();
    }
  }

  @Test
  void anArrayWithAKilledTaskMergesToWhatOneRunWrites() throws Exception {
    Path students = folder.resolve("class");
    List<String> samples = List.of("right-100", "stub-0", "does-not-compile-0", "zeros-exits-70");
    for (int i = 0; i < 12; i++) {
      Path own = students.resolve("student-" + i);
      ClassKit.copy(samples.get(i % samples.size()), own);
      Path file = own.resolve("Initializers.java");
      OwnCode.in(file, i);
    }
    Path scripts = folder.resolve("scripts");
    assertEquals(0, CliRun.of("cluster", "slurm", "--shards", 4, "--out", scripts).exitCode());
    Path results = folder.resolve("results");
    String said =
        slurm.run(
            scripts.resolve("submit.sh").toString(),
            GraderProcess.JAR.toString(),
            students.toString(),
            results.toString(),
            "--lang",
            "en");
    String array = said.replaceAll("(?s).*grading is job (\\d+),.*", "$1");
    awaitPart(results);
    slurm.run("scontrol", "requeue", array + "_1");
    awaitStart(array + "_1");
    slurm.awaitEnd(Duration.ofMinutes(2));
    Path whole = folder.resolve("whole");
    GraderProcess one =
        GraderProcess.start(
            folder.resolve("whole.log"),
            "grade",
            students,
            "--out",
            whole,
            "--lang",
            "en",
            "--quiet");
    assertEquals(0, one.exitCode());
    assertEquals(ResultDigests.of(whole), ResultDigests.of(results.resolve("class")), slurm::logs);
  }

  /** A task has begun to grade. */
  private static void awaitPart(Path results) throws InterruptedException {
    for (int i = 0; i < 300 && !Files.exists(results.resolve("shard-1/run.json")); i++) {
      Thread.sleep(100);
    }
    assertTrue(Files.exists(results.resolve("shard-1/run.json")), "the first task began");
  }

  /**
   * Slurm starts what was requeued in two minutes, or now: if it is told after the old run ended.
   */
  private void awaitStart(String task) throws Exception {
    String now = "PENDING";
    for (int i = 0; i < 300 && List.of("PENDING", "COMPLETING").contains(now); i++) {
      Thread.sleep(200);
      slurm.run("sh", "-c", "scontrol update job=" + task + " StartTime=now || true");
      now = slurm.run("squeue", "-h", "-j", task, "-o", "%T").strip();
    }
  }
}
