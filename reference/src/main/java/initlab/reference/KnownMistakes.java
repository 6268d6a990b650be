package initlab.reference;

import initlab.datasets.RandomState;
import initlab.reference.Recipe.Drawing;
import initlab.reference.Recipe.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.stream.DoubleStream;
import org.ejml.simple.SimpleMatrix;

/**
 * The catalogue of known wrong answers: what students of this lab and of its Python original write,
 * some of it found in public repositories and forums (other fixed seeds, 0.001, uniform weights).
 * Each differs from the right answer in one thing.
 */
public final class KnownMistakes {
  private static final Scale TEN = (dims, l) -> 10;
  private static final Scale HE = (dims, l) -> Math.sqrt(2.0 / dims[l - 1]);

  private static final List<KnownMistake> CATALOGUE = new KnownMistakes().all;

  private final List<KnownMistake> all = new ArrayList<>();

  private KnownMistakes() {
    forms(1, Recipe.zeros());
    forms(2, Recipe.right(TEN));
    forms(3, Recipe.right(HE));
    add(1, "ones", "weights", Recipe.zeros().drawn(seed -> (l, rows, cols) -> ones(rows, cols)));
    add(1, "random-weights", "weights", Recipe.right((dims, l) -> 0.01));
    drawings(2, Recipe.right(TEN));
    drawings(3, Recipe.right(HE));
    randomScales();
    heScales();
    all.addAll(StructuralMistakes.of(1, Recipe.zeros()));
    all.addAll(StructuralMistakes.of(2, Recipe.right(TEN)));
    all.addAll(StructuralMistakes.of(3, Recipe.right(HE)));
  }

  /** All known mistakes, each with an id of its own. */
  public static List<KnownMistake> catalogue() {
    return CATALOGUE;
  }

  private void add(int exercise, String kind, String check, Recipe wrong) {
    all.add(new KnownMistake(exercise, kind, check, wrong::initialize));
  }

  private void forms(int exercise, Recipe right) {
    add(exercise, "transposed-shape", "shapes", right.formed(Forms::transposedWeights));
    add(exercise, "row-bias", "shapes", right.formed(Forms::transposedBiases));
    add(exercise, "last-layer-missing", "result", right.formed(Forms::withoutLastLayer));
    add(exercise, "keys-off-by-one", "result", right.formed(Forms::keysFromZero));
    add(exercise, "lower-case-keys", "result", right.formed(Forms::lowerCaseKeys));
    add(exercise, "biases-missing", "result", right.formed(Forms::withoutBiases));
    add(exercise, "biases-of-ones", "biases", right.biased((drawing, l, rows) -> ones(rows, 1)));
    add(
        exercise,
        "random-biases",
        "biases",
        exercise == 1
            ? right.biased((drawing, l, rows) -> new RandomState(l).randn(rows, 1))
            : right.biased((drawing, l, rows) -> drawing.draw(l, rows, 1)));
  }

  private void drawings(int exercise, Recipe right) {
    RandomState kept = new RandomState(3);
    for (int fixed : new int[] {1, 3, 42}) {
      add(exercise, "fixed-seed-" + fixed, "seed", right.drawn(seed -> of(new RandomState(fixed))));
    }
    add(exercise, "seed-shifted", "exact", right.drawn(seed -> of(seeded(seed + 1))));
    add(exercise, "reused-generator", "reproducible", right.drawn(seed -> of(kept)));
    add(exercise, "reseeded-per-layer", "independence", right.drawn(seed -> perLayer(l -> seed)));
    add(exercise, "seed-plus-layer", "independence", right.drawn(seed -> perLayer(l -> seed + l)));
    add(
        exercise,
        "seed-plus-layer-from-0",
        "independence",
        right.drawn(seed -> perLayer(l -> seed + l - 1)));
    add(exercise, "transposed-draw", "exact", right.drawn(KnownMistakes::transposed));
    add(exercise, "absolute-values", "mean", changed(right, Math::abs));
    add(exercise, "single-precision", "exact", changed(right, value -> (float) value));
    add(exercise, "uniform", "mean", right.drawn(seed -> uniform(seed, 0, 1)));
    add(exercise, "uniform-around-0", "variance", right.drawn(seed -> uniform(seed, -1, 1)));
    double root3 = Math.sqrt(3);
    add(
        exercise,
        "uniform-of-right-variance",
        "distribution",
        right.drawn(seed -> uniform(seed, -root3, root3)));
    add(exercise, "java-util-random", "exact", right.drawn(KnownMistakes::javaUtilRandom));
    add(exercise, "left-at-zero", "seed", right.scaled((dims, l) -> 0));
    add(exercise, "unscaled", "variance", right.scaled((dims, l) -> 1));
    add(exercise, "hundredth", "variance", right.scaled((dims, l) -> 0.01));
    add(exercise, "thousandth", "variance", right.scaled((dims, l) -> 0.001));
  }

  private void randomScales() {
    Recipe right = Recipe.right(TEN);
    add(2, "over-10", "variance", right.scaled((dims, l) -> 0.1));
    add(2, "he-instead", "variance", right.scaled(HE));
  }

  private void heScales() {
    Recipe right = Recipe.right(HE);
    add(3, "forgot-factor-2", "variance", right.scaled((dims, l) -> Math.sqrt(1.0 / dims[l - 1])));
    add(
        3,
        "glorot",
        "variance",
        right.scaled((dims, l) -> Math.sqrt(2.0 / (dims[l - 1] + dims[l]))));
    add(
        3,
        "glorot-with-1",
        "variance",
        right.scaled((dims, l) -> Math.sqrt(1.0 / (dims[l - 1] + dims[l]))));
    add(3, "fan-out", "variance", right.scaled((dims, l) -> Math.sqrt(2.0 / dims[l])));
    add(3, "first-fan-in", "variance", right.scaled((dims, l) -> Math.sqrt(2.0 / dims[0])));
    add(3, "layer-number", "variance", right.scaled((dims, l) -> Math.sqrt(2.0 / l)));
    add(3, "no-square-root", "variance", right.scaled((dims, l) -> 2.0 / dims[l - 1]));
    add(3, "root-of-2-over-n", "variance", right.scaled((dims, l) -> Math.sqrt(2) / dims[l - 1]));
    add(3, "times-fan-in", "variance", right.scaled((dims, l) -> Math.sqrt(2.0 * dims[l - 1])));
    add(3, "upside-down", "variance", right.scaled((dims, l) -> Math.sqrt(dims[l - 1] / 2.0)));
    add(
        3,
        "integer-division",
        "variance",
        right.scaled((dims, l) -> Math.sqrt(Math.floorDiv(2, dims[l - 1]))));
    add(3, "times-10-kept", "variance", right.scaled((dims, l) -> 10 * HE.of(dims, l)));
    add(3, "ten-instead", "variance", right.scaled(TEN));
    Recipe uniform = right.drawn(seed -> uniform(seed, -1, 1));
    add(3, "uniform-lecun", "variance", uniform.scaled((dims, l) -> Math.sqrt(1.0 / dims[l - 1])));
    add(
        3,
        "uniform-glorot",
        "variance",
        uniform.scaled((dims, l) -> Math.sqrt(6.0 / (dims[l - 1] + dims[l]))));
  }

  private static SimpleMatrix ones(int rows, int cols) {
    return new SimpleMatrix(rows, cols).plus(1);
  }

  /** Shifted seeds leave the range of seeds at its end; there they begin anew. */
  private static RandomState seeded(long seed) {
    return new RandomState(seed & RandomState.MAX_SEED);
  }

  private static Drawing of(RandomState random) {
    return (l, rows, cols) -> random.randn(rows, cols);
  }

  private static Drawing perLayer(LongUnaryOperator seedOfLayer) {
    return (l, rows, cols) -> seeded(seedOfLayer.applyAsLong(l)).randn(rows, cols);
  }

  private static Drawing transposed(long seed) {
    RandomState random = new RandomState(seed);
    return (l, rows, cols) -> random.randn(cols, rows).transpose();
  }

  private static Recipe changed(Recipe right, DoubleUnaryOperator change) {
    return right.drawn(
        seed -> {
          RandomState random = new RandomState(seed);
          return (l, rows, cols) -> filled(rows, cols, () -> change.applyAsDouble(random.randn()));
        });
  }

  private static SimpleMatrix filled(int rows, int cols, DoubleSupplier numbers) {
    double[] values = DoubleStream.generate(numbers).limit((long) rows * cols).toArray();
    return new SimpleMatrix(rows, cols, true, values);
  }

  private static Drawing uniform(long seed, double low, double high) {
    RandomState random = new RandomState(seed);
    return (l, rows, cols) -> filled(rows, cols, () -> low + (high - low) * random.randomSample());
  }

  private static Drawing javaUtilRandom(long seed) {
    Random random = new Random(seed);
    return (l, rows, cols) -> filled(rows, cols, random::nextGaussian);
  }
}
