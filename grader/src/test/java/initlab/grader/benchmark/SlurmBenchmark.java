package initlab.grader.benchmark;

import initlab.grader.benchmark.MixedClass.Code;
import initlab.grader.cli.SlurmNode;
import initlab.grader.files.ResultDigests;
import initlab.grader.files.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Grades a {@linkplain MixedClass mixed class} in one process, and as an array of four tasks on a
 * real Slurm of one node, which runs them one after another, and merges them. Requires that the
 * results are the same to the byte. The nearer the two, the less a cluster costs.
 *
 * <p>{@code mvn -q verify -DskipTests -Pbenchmark -Dbenchmark=Slurm "-Dbenchmark.size=1000"}
 */
public final class SlurmBenchmark {
  private static final int SHARDS = 4;

  private SlurmBenchmark() {}

  /** Takes the size of the class. */
  public static void main(String[] args) throws Exception {
    String missing = SlurmNode.missing().orElse("");
    if (!missing.isEmpty()) {
      throw new IllegalStateException("no Slurm can be started here: " + missing);
    }
    Path folder = Files.createTempDirectory("initlab-benchmark");
    try {
      MixedClass course =
          MixedClass.write(folder.resolve("class"), Integer.parseInt(args[0]), Code.OWN);
      System.out.println("| submissions | how | wall | a second |");
      System.out.println("| ---: | --- | ---: | ---: |");
      MixedClass.initlab(folder, "doctor").once(); // makes the class-data archives
      long start = System.nanoTime();
      course.grading(folder.resolve("whole"), SlurmNode.PROCESSORS).once();
      print(course, "one process", start);
      runArray(folder, course);
      Path merged = folder.resolve("results").resolve("class");
      if (!ResultDigests.of(merged).equals(ResultDigests.of(folder.resolve("whole")))) {
        throw new IllegalStateException("the parts were graded otherwise than the whole");
      }
    } finally {
      Trees.delete(folder);
    }
  }

  private static void runArray(Path folder, MixedClass course) throws Exception {
    Path scripts = folder.resolve("scripts");
    MixedClass.initlab(
            folder,
            "cluster",
            "slurm",
            "--shards",
            String.valueOf(SHARDS),
            "--out",
            scripts.toString())
        .once();
    try (SlurmNode slurm = SlurmNode.start(Files.createDirectory(folder.resolve("slurm")))) {
      long start = System.nanoTime();
      slurm.run(
          scripts.resolve("submit.sh").toString(),
          MixedClass.JAR.toString(),
          course.folder().toString(),
          folder.resolve("results").toString());
      slurm.awaitEnd(Duration.ofHours(2));
      print(course, "Slurm, " + SHARDS + " tasks and a merge", start);
    }
  }

  private static void print(MixedClass course, String how, long start) {
    double wall = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "| %d | %s | %.0f s | %.1f |%n",
        course.size(),
        how,
        wall,
        course.size() / wall);
  }
}
