package initlab.grader.benchmark;

import initlab.grader.files.OwnCode;
import initlab.grader.files.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Grades a class of mixed submissions in one lane and in several: 80 of 100 right in many styles,
 * 15 wrong, 5 that do not compile, loop, exit, fill the memory or use files. First nobody's code is
 * another's, then many have written the same, as in most classes. Left out is what tests the
 * sandbox and is no style of writing: an answer that first uses all of the lab, training included;
 * and those that look at the clock, and answer otherwise in every run. Requires that the results
 * are the same to the byte.
 *
 * <p>{@code mvn -q verify -DskipTests -Pbenchmark -Dbenchmark=Class "-Dbenchmark.size=1000"}
 */
public final class ClassBenchmark {
  private static final Path JAR = Path.of("target/initlab.jar").toAbsolutePath();
  private static final Path RESOURCES = Path.of("src/test/resources").toAbsolutePath();
  private static final List<String> BROKEN =
      List.of(
          "submissions/odd/syntax-error",
          "submissions/odd/empty-file",
          "hostile/loop",
          "hostile/exit",
          "hostile/memory-heap",
          "hostile/file-write");

  private static final Set<String> LEFT_OUT =
      Set.of("he-never-ends", "uses-all-of-the-lab", "random-looks-at-the-clock", "he-unseeded");

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
    int processors = Runtime.getRuntime().availableProcessors();
    System.out.println(
        "| submissions | code | lanes | wall | a second | processors busy | memory |");
    System.out.println("| ---: | --- | ---: | ---: | ---: | ---: | ---: |");
    for (Code code : Code.values()) {
      Path course = course(size, code);
      Map<String, String> first = grade(course, code, size, 1);
      if (!first.equals(grade(course, code, size, processors))) {
        throw new IllegalStateException("the lanes graded otherwise");
      }
    }
  }

  /** Grades the class; what was written of each submission, by file. */
  private Map<String, String> grade(Path course, Code code, int size, int lanes) throws Exception {
    Path out = folder.resolve(code + "-" + lanes);
    long[] before = processorTimes();
    long start = System.nanoTime();
    Command command =
        new Command(
            folder,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            JAR.toString(),
            "grade",
            course.toString(),
            "--out",
            out.toString(),
            "--jobs",
            String.valueOf(lanes),
            "--quiet");
    long megabytes = Memory.peakMegabytes(command, 500);
    double wall = (System.nanoTime() - start) / 1e9;
    long[] after = processorTimes();
    double busy = 1 - (double) (after[1] - before[1]) / (after[0] - before[0]);
    System.out.printf(
        Locale.ROOT,
        "| %d | %s | %d | %.0f s | %.1f | %.0f %% | %d MB |%n",
        size,
        code == Code.OWN ? "of one's own" : "often the same",
        lanes,
        wall,
        size / wall,
        100 * busy,
        megabytes);
    return files(out);
  }

  /** All, and idle, of the machine, in ticks. */
  private static long[] processorTimes() throws IOException {
    String line = Files.readAllLines(Path.of("/proc/stat")).get(0);
    long[] times =
        Arrays.stream(line.split(" +", -1)).skip(1).limit(8).mapToLong(Long::parseLong).toArray();
    return new long[] {Arrays.stream(times).sum(), times[3] + times[4]};
  }

  /** Whose code a submission has. */
  private enum Code {
    OWN,
    SAME;

    byte[] sign(byte[] source, int student) {
      return this == OWN ? OwnCode.of(source, student) : OwnCode.commented(source, student);
    }
  }

  private Path course(int size, Code code) throws IOException {
    List<Path> right = sources("submissions/right");
    List<Path> wrong = new ArrayList<>(sources("submissions/known"));
    wrong.addAll(sources("submissions/wrong"));
    Path course = folder.resolve("class-" + code);
    for (int i = 0; i < size; i++) {
      List<Path> kind = i % 20 < 16 ? right : wrong;
      Path source =
          i % 20 == 19
              ? source(RESOURCES.resolve(BROKEN.get(i / 20 % BROKEN.size())))
              : kind.get(i % kind.size());
      Path own = Files.createDirectories(course.resolve("student-%05d".formatted(i)));
      Files.write(own.resolve("Initializers.java"), code.sign(Files.readAllBytes(source), i));
    }
    return course;
  }

  private static List<Path> sources(String room) throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> folders = Files.list(RESOURCES.resolve(room)).filter(Files::isDirectory)) {
      for (Path one : folders.sorted().toList()) {
        if (!LEFT_OUT.contains(one.getFileName().toString())) {
          sources.add(source(one));
        }
      }
    }
    return sources;
  }

  private static Path source(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private static Map<String, String> files(Path out) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(out)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = out.relativize(file).toString();
        if (!name.startsWith("run.")) {
          files.put(name, DigestUtils.sha256Hex(Files.readAllBytes(file)));
        }
      }
    }
    return files;
  }
}
