package initlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A small class, made of the sample submissions, and where it is graded to. */
abstract class ClassKit {
  @TempDir Path folder;

  Path students() {
    return folder.resolve("class");
  }

  Path out() {
    return folder.resolve("results");
  }

  /** A student hands in a sample, in place of what was handed in before. */
  void hand(String student, String sample) throws IOException {
    copy(sample, students().resolve(student));
  }

  static void copy(String sample, Path own) throws IOException {
    Files.createDirectories(own);
    Path source = Path.of("samples", sample, "Initializers.java");
    Files.write(own.resolve("Initializers.java"), Files.readAllBytes(source));
  }

  /** Grades the class, in English. */
  CliRun grade(Object... more) {
    Stream<Object> args = Stream.of("grade", students(), "--lang", "en", "--out", out());
    return CliRun.of(Stream.concat(args, Stream.of(more)).toArray());
  }

  String grades() throws IOException {
    return Files.readString(out().resolve("grades.csv"));
  }
}
