package initlab.grader.checks;

import initlab.grader.sandbox.Matrix;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What random weights must show: they depend on the seed, and are distributed as asked. */
abstract class WeightChecks extends ExerciseChecks {
  /** An ulp is no mistake: √(2/n) can be written in several ways that differ in the last bit. */
  private static final double RELATIVE_TOLERANCE = 1e-9;

  WeightChecks(Exercise exercise) {
    super(exercise);
  }

  @Provide
  Arbitrary<int[]> wideLayerDims() {
    return Inputs.wideLayerDims();
  }

  @Check("seed")
  @Property(tries = 8)
  void anotherSeedGivesOtherWeights(
      @ForAll("smallLayerDims") int[] layerDims,
      @ForAll("seeds") long seed,
      @ForAll("seeds") long other) {
    long otherSeed = other == seed ? (seed + 1) % (1L << 32) : other;
    Answer answer = call(layerDims, seed);
    Answer otherAnswer = call(layerDims, otherSeed);
    for (int l = 1; l <= answer.layers(); l++) {
      if (answer.parameter("W", l).isSame(otherAnswer.parameter("W", l))) {
        throw answer.failure(
            "W%d has the same numbers with seed %d; another seed must give others", l, otherSeed);
      }
    }
  }

  @Check("mean")
  @Property(tries = 4, shrinking = ShrinkingMode.OFF)
  void theMeanIsZero(@ForAll("wideLayerDims") int[] layerDims, @ForAll("seeds") long seed) {
    Statistics.requireMeanZero(call(layerDims, seed));
  }

  @Check("variance")
  @Property(tries = 4, shrinking = ShrinkingMode.OFF)
  void theVarianceIsAsAsked(@ForAll("wideLayerDims") int[] layerDims, @ForAll("seeds") long seed) {
    Statistics.requireVariance(call(layerDims, seed));
  }

  @Check("distribution")
  @Property(tries = 4, shrinking = ShrinkingMode.OFF)
  void theDistributionIsNormal(
      @ForAll("wideLayerDims") int[] layerDims, @ForAll("seeds") long seed) {
    Statistics.requireNormal(call(layerDims, seed));
  }

  @Check("exact")
  @Property(tries = 12)
  void theNumbersAreTheReferences(
      @ForAll("smallLayerDims") int[] layerDims, @ForAll("seeds") long seed) {
    Answer answer = call(layerDims, seed);
    Map<String, Matrix> right = exercise.right(layerDims, seed);
    for (int l = 1; l <= answer.layers(); l++) {
      requireClose(answer, "W" + l, answer.parameter("W", l), right.get("W" + l));
    }
  }

  private static void requireClose(Answer answer, String name, Matrix yours, Matrix right) {
    for (int i = 0; i < right.values().length; i++) {
      double expected = right.values()[i];
      double tolerance = RELATIVE_TOLERANCE * Math.abs(expected);
      if (!(Math.abs(yours.values()[i] - expected) <= tolerance)) {
        throw answer.failure(
            "%s has %s in row %d, column %d; drawn in order W1, W2, … from this seed it must be %s",
            name,
            Show.unlike(yours.values()[i], expected),
            i / right.cols(),
            i % right.cols(),
            Show.unlike(expected, yours.values()[i]));
      }
    }
  }
}
