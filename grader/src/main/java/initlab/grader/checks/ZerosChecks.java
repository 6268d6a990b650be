package initlab.grader.checks;

import initlab.grader.sandbox.Question;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Exercise 1. */
final class ZerosChecks extends ExerciseChecks {
  ZerosChecks() {
    super(Exercise.ZEROS);
  }

  @Check("weights")
  @Property
  void weightsAreZero(@ForAll("allNetworks") Question question) {
    requireZeros(answer(question), "W");
  }
}
