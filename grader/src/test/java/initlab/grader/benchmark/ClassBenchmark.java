package initlab.grader.benchmark;

import initlab.grader.benchmark.MixedClass.Code;
import initlab.grader.files.ResultDigests;
import initlab.grader.files.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Grades {@linkplain MixedClass mixed classes} in one lane and in several, and one of twice the
 * size. In the first, nobody's code is another's; in the last, many have written the same, as in
 * most classes. Requires that the results are the same to the byte, whatever the lanes.
 *
 * <p>{@code mvn -q verify -DskipTests -Pbenchmark -Dbenchmark=Class "-Dbenchmark.size=1000"}
 */
public final class ClassBenchmark {
  private static final int LANES = Runtime.getRuntime().availableProcessors();

  private final Path folder;

  private ClassBenchmark(Path folder) {
    this.folder = folder;
  }

  /** Takes the size of the class. */
  public static void main(String[] args) throws Exception {
    int size = Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("initlab-benchmark");
    try {
      new ClassBenchmark(folder).run(size);
    } finally {
      Trees.delete(folder);
    }
  }

  private void run(int size) throws Exception {
    MixedClass.initlab(folder, "doctor").once(); // makes the class-data archives
    System.out.println(
        "| submissions | code | lanes | wall | a second | processors busy | memory |");
    System.out.println("| ---: | --- | ---: | ---: | ---: | ---: | ---: |");
    requireTheSameInAnyLanes(MixedClass.write(folder.resolve("own"), size, Code.OWN));
    grade(MixedClass.write(folder.resolve("twice"), 2 * size, Code.OWN), LANES);
    requireTheSameInAnyLanes(MixedClass.write(folder.resolve("same"), size, Code.SAME));
  }

  private void requireTheSameInAnyLanes(MixedClass course) throws Exception {
    Map<String, String> first = grade(course, 1);
    if (!first.equals(grade(course, LANES))) {
      throw new IllegalStateException("the lanes graded otherwise");
    }
  }

  private Map<String, String> grade(MixedClass course, int lanes) throws Exception {
    Path out = Files.createTempDirectory(folder, "results");
    Ticks before = Ticks.now();
    long start = System.nanoTime();
    long megabytes = Memory.peakMegabytes(course.grading(out, lanes), 2000);
    double wall = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "| %d | %s | %d | %.0f s | %.1f | %.0f %% | %d MB |%n",
        course.size(),
        course.code(),
        lanes,
        wall,
        course.size() / wall,
        100 * Ticks.now().busySince(before),
        megabytes);
    return ResultDigests.of(out);
  }
}
