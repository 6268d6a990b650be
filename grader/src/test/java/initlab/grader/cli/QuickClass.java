package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small class and a rubric of two checks, which take a moment to grade. */
record QuickClass(Path folder) {
  private static final Path SUBMISSIONS = Path.of("src/test/resources/submissions");

  QuickClass {
    try {
      Files.writeString(
          folder.resolve("rubric.yaml"),
          """
          checks:
            - {id: zeros.result, points: 60, title: map}
            - {id: zeros.weights, points: 40, title: zero}
          """);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Path rubric() {
    return folder.resolve("rubric.yaml");
  }

  Path submissions() {
    return folder.resolve("class");
  }

  Path results() {
    return folder.resolve("results");
  }

  /** Puts one of the tests' submissions into the class, under a path of its own. */
  void handIn(String path, String submission) throws IOException {
    Path file = submissions().resolve(path);
    Files.createDirectories(file.getParent());
    Files.copy(SUBMISSIONS.resolve(submission).resolve("Initializers.java"), file);
  }

  void grade() {
    CliRun run = CliRun.of("grade", submissions(), "--out", results(), "--rubric", rubric());
    assertEquals(0, run.exitCode(), run.err());
  }
}
