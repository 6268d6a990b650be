package initlab.grader.grading;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole wrong submissions of all kinds, from their source to their grade; those of the catalogue
 * are graded in every build.
 */
@Tag("long")
class WrongSubmissionsTest {
  @TestFactory
  Stream<DynamicTest> everyMistakeIsCaughtByItsCheckAndCostsNoOtherExercise() throws IOException {
    return ExpectedFailures.of("wrong");
  }
}
