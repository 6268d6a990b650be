package initlab.grader.benchmark;

import initlab.grader.files.OwnCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A class of mixed submissions: 80 of 100 right in many styles, 15 wrong, 5 that do not compile,
 * loop, exit, fill the memory or use files. Left out is what tests the sandbox and is no style of
 * writing: an answer that first uses all of the lab, training included; and those that look at the
 * clock, and answer otherwise in every run.
 *
 * @param folder where it lies
 * @param size the number of submissions
 * @param code whose code they have
 */
record MixedClass(Path folder, int size, Code code) {
  static final Path JAR = Path.of("target/initlab.jar").toAbsolutePath();

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

  /** Whose code a submission has. */
  enum Code {
    OWN("of one's own"),
    SAME("often the same");

    private final String title;

    Code(String title) {
      this.title = title;
    }

    byte[] sign(byte[] source, int student) {
      return this == OWN ? OwnCode.of(source, student) : OwnCode.commented(source, student);
    }

    @Override
    public String toString() {
      return title;
    }
  }

  /** Writes it into a folder. */
  static MixedClass write(Path folder, int size, Code code) throws IOException {
    List<Path> right = sources("submissions/right");
    List<Path> wrong = new ArrayList<>(sources("submissions/known"));
    wrong.addAll(sources("submissions/wrong"));
    for (int i = 0; i < size; i++) {
      List<Path> kind = i % 20 < 16 ? right : wrong;
      Path source =
          i % 20 == 19
              ? source(RESOURCES.resolve(BROKEN.get(i / 20 % BROKEN.size())))
              : kind.get(i % kind.size());
      Path own = Files.createDirectories(folder.resolve("student-%05d".formatted(i)));
      Files.write(own.resolve("Initializers.java"), code.sign(Files.readAllBytes(source), i));
    }
    return new MixedClass(folder, size, code);
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
          .min(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  /** A command of InitLab's, run in a folder. */
  static Command initlab(Path folder, String... arguments) {
    Stream<String> java =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            JAR.toString());
    return new Command(Stream.concat(java, Stream.of(arguments)).toList(), folder);
  }

  /** The command that grades it in so many lanes. */
  Command grading(Path out, int lanes) {
    return initlab(
        folder.getParent(),
        "grade",
        folder.toString(),
        "--out",
        out.toString(),
        "--jobs",
        String.valueOf(lanes),
        "--quiet");
  }
}
