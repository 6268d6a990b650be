package initlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
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

  /** A digest of every file of some results but the two that say how a run went. */
  static Map<String, String> files(Path results) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(results)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = results.relativize(file).toString();
        if (!name.startsWith("run.") && !name.endsWith("lock")) {
          files.put(name, DigestUtils.sha256Hex(Files.readAllBytes(file)));
        }
      }
    }
    return files;
  }

  String grades() throws IOException {
    return Files.readString(out().resolve("grades.csv"));
  }
}
