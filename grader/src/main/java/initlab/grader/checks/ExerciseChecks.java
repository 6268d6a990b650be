package initlab.grader.checks;

import initlab.grader.sandbox.Matrix;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What every exercise must show. */
abstract class ExerciseChecks {
  final Exercise exercise;

  ExerciseChecks(Exercise exercise) {
    this.exercise = exercise;
  }

  Answer call(int[] layerDims, long seed) {
    return Subject.current().call(exercise, layerDims, seed);
  }

  @Provide
  Arbitrary<int[]> layerDims() {
    return Inputs.layerDims();
  }

  @Provide
  Arbitrary<int[]> smallLayerDims() {
    return Inputs.smallLayerDims();
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Inputs.seeds();
  }

  @Check("result")
  @Property(tries = 4)
  void aMapWithAMatrixForEveryWeightAndBias(
      @ForAll("smallLayerDims") int[] layerDims, @ForAll("seeds") long seed) {
    call(layerDims, seed).parameters();
  }

  @Check("shapes")
  @Property(tries = 15)
  void everyMatrixHasItsShape(@ForAll("layerDims") int[] layerDims, @ForAll("seeds") long seed) {
    call(layerDims, seed).parametersInOrder();
  }

  @Check("biases")
  @Property(tries = 6)
  void biasesAreZero(
      @ForAll("smallLayerDims") int[] layerDims,
      @ForAll("layerDims") int[] otherDims,
      @ForAll("seeds") long seed) {
    requireZeros(call(layerDims, seed), "b");
    requireZeros(call(otherDims, seed), "b");
  }

  static void requireZeros(Answer answer, String kind) {
    for (int l = 1; l <= answer.layers(); l++) {
      requireZeros(answer, kind, l);
    }
  }

  private static void requireZeros(Answer answer, String kind, int layer) {
    Matrix matrix = answer.parameter(kind, layer);
    for (int i = 0; i < matrix.values().length; i++) {
      if (matrix.values()[i] != 0) {
        int row = i / matrix.cols();
        int col = i % matrix.cols();
        throw answer.failure(
            ".get(\"%s%d\").get(%d, %d)".formatted(kind, layer, row, col),
            "check.not-zero",
            kind + layer,
            Show.number(matrix.values()[i]),
            row,
            col);
      }
    }
  }

  /**
   * Calls in one order, and in the other order in a process that knows of no earlier call: what
   * counts its calls or remembers them gives itself away.
   */
  @Check("reproducible")
  @Property(tries = 3)
  void theSameArgumentsGiveTheSameNumbersWhateverWasCalledBefore(
      @ForAll("smallLayerDims") int[] layerDims,
      @ForAll("smallLayerDims") int[] otherDims,
      @ForAll("seeds") long seed,
      @ForAll("seeds") long otherSeed) {
    Answer first = call(layerDims, seed);
    requireUnchanged(first);
    requireSame(first, call(layerDims, seed), "differs-in-a-row");
    Answer other = call(otherDims, otherSeed);
    Answer twin = call(layerDims, otherSeed);
    requireSame(first, call(layerDims, seed), "differs-after-others");
    Subject.current().restartOnce(exercise);
    requireSame(twin, call(layerDims, otherSeed), "differs-in-another-program");
    requireSame(other, call(otherDims, otherSeed), "differs-in-another-program");
    requireSame(first, call(layerDims, seed), "differs-in-another-program");
  }

  private static void requireUnchanged(Answer answer) {
    if (!Arrays.equals(answer.layerDims(), answer.returned().layerDimsAfter())) {
      throw answer.failure(
          "", "check.argument-changed", Arrays.toString(answer.returned().layerDimsAfter()));
    }
  }

  private static void requireSame(Answer first, Answer second, String when) {
    Map<String, Matrix> after = second.parametersInOrder();
    first
        .parametersInOrder()
        .forEach(
            (name, matrix) -> {
              if (!matrix.isSame(after.get(name))) {
                throw first.failure(".get(\"" + name + "\")", "check." + when, name);
              }
            });
  }

  @Check("training")
  @Test
  void trainingGoesAsFromTheReference() {
    TrainingComparison.check(call(TrainingComparison.LAYER_DIMS, TrainingComparison.SEED));
  }
}
