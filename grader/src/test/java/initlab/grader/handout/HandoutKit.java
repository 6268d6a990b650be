package initlab.grader.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sources of Initializers.java for tests of the handout. */
final class HandoutKit {
  private static final String NAME = "Initializers.java";

  private HandoutKit() {}

  /** A submission of the tests of grading: {@code right/plain}. */
  static String submission(String path) throws IOException {
    return Files.readString(Path.of("src/test/resources/submissions", path, NAME));
  }

  static String stubs() throws IOException {
    return Files.readString(Path.of("../student/src/main/java/initlab/student", NAME));
  }
}
