package initlab.grader.grading;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole wrong submissions, from their source to their grade: minutes. What the catalogue's do wrong
 * is graded in ProofTest too, in every build.
 */
@Tag("long")
class WrongSubmissionsTest {
  @TestFactory
  Stream<DynamicTest> everyMistakeIsCaughtByItsCheckAndCostsNoOtherExercise() throws IOException {
    return ExpectedFailures.of("wrong");
  }

  @TestFactory
  Stream<DynamicTest> soIsEveryMistakeOfTheCatalogue() throws IOException {
    return ExpectedFailures.of("known");
  }
}
