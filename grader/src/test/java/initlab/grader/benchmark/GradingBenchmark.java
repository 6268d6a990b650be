package initlab.grader.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import initlab.grader.benchmark.Command.Took;
import initlab.grader.compile.BuildResult.Compiled;
import initlab.grader.compile.Compiler;
import initlab.grader.compile.Gate;
import initlab.grader.files.OwnCode;
import initlab.grader.files.Trees;
import initlab.grader.lab.WeightLab;
import initlab.grader.sandbox.Method;
import initlab.grader.sandbox.Question;
import initlab.grader.sandbox.SandboxedSubmission;
import initlab.grader.sandbox.Sharing;
import initlab.grader.sandbox.WorkerHome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Times gradings beside what anyone can time: javac, Maven, a JVM that prints a line, NumPy and C.
 * Every verdict is checked. Prints the table that the documentation quotes.
 *
 * <p>{@code mvn -q verify -DskipTests -Pbenchmark}
 */
public final class GradingBenchmark {
  private static final int RUNS = 5;
  private static final int BATCH = 40;
  private static final Path JAR = Path.of("target/initlab.jar").toAbsolutePath();
  private static final Path RIGHT =
      Path.of("src/test/resources/submissions/right/plain/Initializers.java").toAbsolutePath();

  private final Path folder;
  private final String java = tool("java");

  private GradingBenchmark(Path folder) {
    this.folder = folder;
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** Takes no arguments; runs some minutes. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("initlab-benchmark");
    try {
      new GradingBenchmark(folder).run();
    } finally {
      Trees.delete(folder);
    }
  }

  private void run() throws Exception {
    System.out.printf(
        "Java %s, %d processors%n%n",
        Runtime.version(), Runtime.getRuntime().availableProcessors());
    row("what", "InitLab", "beside it", "ratio");
    row("---", "---:", "---", "---:");
    Took javac = javac().median(RUNS);
    cold(javac);
    batch();
    workerStart();
    Kernels.measure(folder)
        .forEach(kernel -> row(kernel.what(), kernel.ours(), kernel.theirs(), kernel.ratio()));
  }

  private static void row(String what, String ours, String beside, String ratio) {
    System.out.printf("| %s | %s | %s | %s |%n", what, ours, beside, ratio);
  }

  private static String times(double ours, double theirs) {
    return String.format(Locale.ROOT, "%.2f", ours / theirs);
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f s", seconds);
  }

  private Command javac() {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(part -> part.matches(".*(ejml|datasets|student).*"))
            .collect(Collectors.joining(File.pathSeparator));
    return new Command(
        folder,
        tool("javac"),
        "-cp",
        classPath,
        "-d",
        folder.resolve("classes").toString(),
        RIGHT.toString());
  }

  private void cold(Took javac) throws Exception {
    Path one = submissions(1);
    Took took = grade(one, 1).median(RUNS);
    check(1);
    String beside = "javac of the same file, cold: " + seconds(javac.wall());
    row(
        "one submission, cold, wall",
        seconds(took.wall()),
        beside,
        times(took.wall(), javac.wall()));
    if (Files.exists(Path.of("/proc/self/smaps_rollup"))) {
      row(
          "the same, all its processes together",
          Memory.peakMegabytes(grade(one, 1), 10) + " MB at most",
          "",
          "");
    }
  }

  private void batch() throws Exception {
    Took one = grade(submissions(1), 1).median(RUNS);
    Took all = grade(submissions(BATCH), BATCH).once();
    check(BATCH);
    double wall = (all.wall() - one.wall()) / (BATCH - 1);
    Took maven = handoutTest().median(3);
    String beside = "`mvn -o -q test` of the handout: " + seconds(maven.wall());
    row("each further submission, wall", seconds(wall), beside, times(wall, maven.wall()));
  }

  /** A folder of right submissions, each with code of its own. */
  private Path submissions(int count) throws IOException {
    Path all = folder.resolve("submissions-" + count);
    for (int i = 0; i < count; i++) {
      Path one = Files.createDirectories(all.resolve("student-" + i));
      Files.write(one.resolve("Initializers.java"), OwnCode.of(Files.readAllBytes(RIGHT), i));
    }
    return all;
  }

  private Command grade(Path submissions, int count) {
    Path out = folder.resolve("grades-" + count);
    Trees.delete(out);
    return new Command(
        folder,
        java,
        "-jar",
        JAR.toString(),
        "grade",
        submissions.toString(),
        "--out",
        out.toString(),
        "--replace");
  }

  private void check(int count) throws IOException {
    try (Stream<Path> results = Files.walk(folder.resolve("grades-" + count))) {
      List<Path> all = results.filter(file -> file.endsWith("result.json")).toList();
      for (Path result : all) {
        double score = new ObjectMapper().readTree(result.toFile()).get("score").doubleValue();
        require(score == 100, result + " has the score " + score);
      }
      require(all.size() == count, all.size() + " results of " + count);
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException(otherwise);
    }
  }

  private Command handoutTest() throws IOException, InterruptedException {
    Path handout = folder.resolve("handout");
    new Command(folder, java, "-jar", JAR.toString(), "handout", "--out", handout.toString())
        .once();
    Files.copy(
        RIGHT,
        handout.resolve("student/src/main/java/initlab/student/Initializers.java"),
        StandardCopyOption.REPLACE_EXISTING);
    return new Command(handout, "mvn", "-o", "-q", "test");
  }

  /** From the start of a worker to its first answer, beside a JVM that prints its version. */
  private void workerStart() throws Exception {
    Path hello = folder.resolve("Hello.java");
    Files.writeString(
        hello, "class Hello { public static void main(String[] a) { System.out.println(1); } }");
    new Command(folder, tool("javac"), hello.toString()).once();
    Took bare =
        new Command(folder, java, "-Xshare:auto", "-cp", folder.toString(), "Hello").median(11);
    try (WorkerHome home = new WorkerHome(new WeightLab().library());
        Compiler compiler = new Compiler(home, new WeightLab().advice())) {
      home.makeArchives();
      Compiled right = (Compiled) compiler.compile(Files.readString(RIGHT), Gate.open());
      double[] took = new double[11];
      for (int i = 0; i < took.length; i++) {
        long start = System.nanoTime();
        try (SandboxedSubmission submission =
            new SandboxedSubmission(home, right.classes(), Sharing.SUBMISSION)) {
          submission
              .method(new Method("initializeHe", true))
              .callAll(List.of(new Question(new int[] {2, 3, 1}, 1)));
          took[i] = (System.nanoTime() - start) / 1e9;
        }
      }
      Arrays.sort(took);
      String beside = "a JVM that prints a line: " + Math.round(1000 * bare.wall()) + " ms";
      String ours = Math.round(1000 * took[took.length / 2]) + " ms";
      row(
          "a worker's start to its first answer, " + home.isolation().description(),
          ours,
          beside,
          times(took[took.length / 2], bare.wall()));
    }
  }
}
