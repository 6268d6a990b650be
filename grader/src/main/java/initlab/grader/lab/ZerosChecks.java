package initlab.grader.lab;

import initlab.grader.assignment.Check;
import initlab.grader.sandbox.Question;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Exercise 1. */
final class ZerosChecks extends ExerciseChecks {
  ZerosChecks() {
    super(LabExercise.ZEROS);
  }

  @Check("weights")
  @Property
  void weightsAreZero(@ForAll("allNetworks") Question question) {
    requireZeros(answer(question), "W");
  }
}
