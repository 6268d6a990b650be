package initlab.grader.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** KernelBenchmark beside C and NumPy, where a compiler and NumPy are found. */
final class Kernels {
  private static final Path PROGRAMS = Path.of("src/test/resources/benchmark").toAbsolutePath();
  private static final Path DATA = Path.of("../datasets/data/circles_train.csv").toAbsolutePath();

  private Kernels() {}

  /** A line of the table. */
  record Comparison(String what, String ours, String theirs, String ratio) {}

  static List<Comparison> measure(Path folder)
      throws IOException, InterruptedException, RunnerException {
    List<Comparison> comparisons = new ArrayList<>();
    double training = milliseconds("train");
    double normals = milliseconds("millionNormals");
    Path program = folder.resolve("train");
    new Command(
            folder,
            "cc",
            "-O3",
            "-march=native",
            "-ffast-math",
            "-o",
            program.toString(),
            PROGRAMS.resolve("train.c").toString(),
            "-lm")
        .output();
    List<String> c = new Command(folder, program.toString(), DATA.toString()).output();
    List<String> numpy =
        new Command(
                folder, "python3", PROGRAMS.resolve("numpy_kernels.py").toString(), DATA.toString())
            .output();
    add(comparisons, "one training, warm", training, "C", c, 0);
    add(comparisons, "one training, warm", training, "NumPy", numpy, 0);
    add(comparisons, "a million normals", normals, "NumPy", numpy, 1);
    return comparisons;
  }

  private static double milliseconds(String method) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(KernelBenchmark.class.getName() + "." + method)
            .verbosity(org.openjdk.jmh.runner.options.VerboseMode.SILENT)
            .build();
    RunResult result = new Runner(options).runSingle();
    return result.getPrimaryResult().getScore();
  }

  private static void add(
      List<Comparison> comparisons,
      String what,
      double ours,
      String other,
      List<String> output,
      int line) {
    String shown = String.format(Locale.ROOT, "%.0f ms", ours);
    if (output.size() <= line) {
      comparisons.add(new Comparison(what, shown, other + " is not here", ""));
      return;
    }
    double theirs = Double.parseDouble(output.get(line).strip());
    comparisons.add(
        new Comparison(
            what,
            shown,
            String.format(Locale.ROOT, "%s: %.0f ms", other, theirs),
            String.format(Locale.ROOT, "%.2f", ours / theirs)));
  }
}
