package initlab.grader.checks;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Exercise 1. */
final class ZerosChecks extends ExerciseChecks {
  ZerosChecks() {
    super(Exercise.ZEROS);
  }

  @Check("weights")
  @Property(tries = 6)
  void weightsAreZero(
      @ForAll("smallLayerDims") int[] layerDims,
      @ForAll("layerDims") int[] otherDims,
      @ForAll("seeds") long seed) {
    requireZeros(call(layerDims, seed), "W");
    requireZeros(call(otherDims, seed), "W");
  }
}
