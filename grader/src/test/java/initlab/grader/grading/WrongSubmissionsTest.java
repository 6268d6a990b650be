package initlab.grader.grading;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Whole wrong submissions, from their source to their grade. */
class WrongSubmissionsTest {
  @TestFactory
  Stream<DynamicTest> everyMistakeIsCaughtByItsCheckAndCostsNoOtherExercise() throws IOException {
    return ExpectedFailures.of("wrong");
  }

  /** What they do wrong is graded in ProofTest too, so that these need not be in every build. */
  @TestFactory
  @Tag("long")
  Stream<DynamicTest> soIsEveryMistakeOfTheCatalogue() throws IOException {
    return ExpectedFailures.of("known");
  }
}
