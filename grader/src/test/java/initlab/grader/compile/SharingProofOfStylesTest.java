package initlab.grader.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import initlab.grader.intake.Intake;
import initlab.grader.intake.Submission;
import initlab.grader.intake.Submission.Source;
import initlab.grader.sandbox.Sharing;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Right answers as many kinds of people write them: a class is graded as fast as most are proved.
 */
class SharingProofOfStylesTest extends SharingProofKit {
  private static final Path RIGHT = Path.of("src/test/resources/submissions/right");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "math-pow",
        "hash-map-return-type",
        "streams",
        "nested-classes",
        "assert",
        "commonops",
        "custom-exception",
        "custom-iterator",
        "ddrm-data",
        "elementop-lambda",
        "leftover-main",
        "optional",
        "record-layer",
        "stream-tomap",
      })
  void mostLeaveNothingBehind(String style) {
    assertEquals(Sharing.STATELESS, ofStyle(style));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "debug-prints",
        "java-17-syntax",
        "concurrent-map",
        "copy-sort-parse-keys",
        "enum-lambda",
        "logs-with-formats",
        "static-cache",
      })
  void whoPrintsOrKeepsSomethingIsContained(String style) {
    assertEquals(Sharing.CONTAINED, ofStyle(style));
  }

  private static Sharing ofStyle(String style) {
    Submission.Content read = Intake.read("Initializers.java", RIGHT.resolve(style)).content();
    return sharing(assertInstanceOf(Source.class, read).text());
  }
}
