package initlab.grader.grading;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whole submissions with the mistakes that students make, from their source to their grade. */
class KnownSubmissionsTest {
  @TestFactory
  Stream<DynamicTest> everyMistakeIsCaughtByItsCheckAndCostsNoOtherExercise() throws IOException {
    return ExpectedFailures.of("known");
  }
}
