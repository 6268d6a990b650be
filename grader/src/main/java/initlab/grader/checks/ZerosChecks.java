package initlab.grader.checks;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Exercise 1. */
final class ZerosChecks extends ExerciseChecks {
  ZerosChecks() {
    super(Exercise.ZEROS);
  }

  @Check("weights")
  @Property(tries = 10)
  void weightsAreZero(@ForAll("smallLayerDims") int[] layerDims, @ForAll("seeds") long seed) {
    Answer answer = call(layerDims, seed);
    for (int l = 1; l <= answer.layers(); l++) {
      requireZeros(answer, "W", l);
    }
  }
}
