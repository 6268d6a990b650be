package initlab.grader.checks;

import initlab.grader.sandbox.Matrix;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What random weights must show: they depend on the seed, and are distributed as asked. */
abstract class WeightChecks extends ExerciseChecks {
  WeightChecks(Exercise exercise) {
    super(exercise);
  }

  @Provide
  Arbitrary<int[]> wideLayerDims() {
    return Inputs.wideLayerDims();
  }

  @Provide
  Arbitrary<int[]> largeLayerDims() {
    return Inputs.largeLayerDims();
  }

  /**
   * The variance is measured in large ones, where numbers that are not normal could have it too.
   */
  @Provide
  Arbitrary<List<int[]>> networksOfAllSizes() {
    return Combinators.combine(Inputs.wideLayerDims().list().ofSize(3), Inputs.largeLayerDims())
        .as((wide, large) -> Stream.concat(wide.stream(), Stream.of(large)).toList());
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
        throw answer.failure(".get(\"W" + l + "\")", "check.same-for-seeds", "W" + l, otherSeed);
      }
    }
  }

  @Check("mean")
  @Property(tries = 4, edgeCases = EdgeCasesMode.NONE)
  void theMeanIsZero(@ForAll("wideLayerDims") int[] layerDims, @ForAll("seeds") long seed) {
    Statistics.requireMeanZero(call(layerDims, seed));
  }

  @Check("variance")
  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE)
  void theVarianceIsAsAsked(@ForAll("largeLayerDims") int[] layerDims, @ForAll("seeds") long seed) {
    Statistics.requireVariance(call(layerDims, seed));
  }

  @Check("distribution")
  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE)
  void theDistributionIsNormal(
      @ForAll("networksOfAllSizes") List<int[]> networks, @ForAll("seeds") long seed) {
    for (int i = 0; i < networks.size(); i++) {
      Statistics.requireNormal(call(networks.get(i), (seed + i) % (1L << 32)));
    }
  }

  @Check("independence")
  @Property(tries = 2, edgeCases = EdgeCasesMode.NONE)
  void rowsLayersAndSeedsAreIndependent(
      @ForAll("wideLayerDims") int[] layerDims, @ForAll("seeds") long seed) {
    long next = (seed + 1) % (1L << 32);
    Independence.require(call(layerDims, seed), call(layerDims, next));
  }

  @Check("exact")
  @Property(tries = 6)
  void theNumbersAreTheReferences(
      @ForAll("smallLayerDims") int[] layerDims,
      @ForAll("layerDims") int[] otherDims,
      @ForAll("seeds") long seed,
      @ForAll("seeds") long otherSeed) {
    requireRight(call(layerDims, seed));
    requireRight(call(otherDims, otherSeed));
  }

  private void requireRight(Answer answer) {
    Map<String, Matrix> right = exercise.right(answer.layerDims(), answer.seed());
    for (int l = 1; l <= answer.layers(); l++) {
      requireClose(answer, "W" + l, answer.parameter("W", l), right.get("W" + l));
    }
  }

  private static void requireClose(Answer answer, String name, Matrix yours, Matrix right) {
    for (int i = 0; i < right.values().length; i++) {
      double expected = right.values()[i];
      double tolerance = Answer.RELATIVE_TOLERANCE * Math.abs(expected);
      if (!(Math.abs(yours.values()[i] - expected) <= tolerance)) {
        int row = i / right.cols();
        int col = i % right.cols();
        throw answer.failure(
            ".get(\"%s\").get(%d, %d)".formatted(name, row, col),
            "check.not-the-references",
            name,
            Show.unlike(yours.values()[i], expected),
            row,
            col,
            Show.unlike(expected, yours.values()[i]));
      }
    }
  }
}
