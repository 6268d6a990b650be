package initlab.reference;

import initlab.datasets.RandomState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ejml.simple.SimpleMatrix;

/**
 * Answers that are right for most networks and seeds, and wrong for one kind of them: seeds from
 * 2³¹ on, a fan-in of 1, square layers, the fifth layer, more than nine layers.
 */
final class StructuralMistakes {
  private static final long LARGEST_INT = 0x7fffffffL;
  private static final long FOUR_BILLION = 4_000_000_000L;

  private final List<KnownMistake> all = new ArrayList<>();
  private final int exercise;

  private StructuralMistakes(int exercise) {
    this.exercise = exercise;
  }

  /**
   * Those of an exercise.
   *
   * @param right its right answer
   */
  static List<KnownMistake> of(int exercise, Recipe right) {
    StructuralMistakes mistakes = new StructuralMistakes(exercise);
    mistakes.add("one-digit-keys", exercise == 1 ? "weights" : "exact", oneDigitKeys(right));
    if (exercise > 1) {
      mistakes.ofWeights(right);
    }
    if (exercise == 3) {
      mistakes.add(
          "fan-in-of-2-at-least",
          "exact",
          right.scaled((dims, l) -> Math.sqrt(2.0 / Math.max(2, dims[l - 1]))));
    }
    return mistakes.all;
  }

  private void ofWeights(Recipe right) {
    add("seed-without-sign", "seed", right.drawn(seed -> standard(seed & LARGEST_INT)));
    add("seed-clipped", "seed", right.drawn(seed -> standard(Math.min(seed, FOUR_BILLION))));
    add("square-transposed", "exact", right.formed(StructuralMistakes::squareTransposed));
    add("fifth-layer-unscaled", "exact", right.scaled(unscaled(right, 5)));
    add("sixth-layer-unscaled", "exact", right.scaled(unscaled(right, 6)));
  }

  private void add(String kind, String check, Recipe wrong) {
    all.add(new KnownMistake(exercise, kind, check, wrong::initialize));
  }

  private static Recipe.Drawing standard(long seed) {
    RandomState random = new RandomState(seed);
    return (l, rows, cols) -> random.randn(rows, cols);
  }

  private static Recipe.Scale unscaled(Recipe right, int layer) {
    return (dims, l) -> l == layer ? 1 : right.scale().of(dims, l);
  }

  private static Recipe oneDigitKeys(Recipe right) {
    return right.formed(
        parameters -> {
          Map<String, SimpleMatrix> wrong = new TreeMap<>();
          parameters.forEach(
              (name, matrix) ->
                  wrong.put(name.charAt(0) + name.substring(name.length() - 1), matrix));
          return wrong;
        });
  }

  private static Map<String, SimpleMatrix> squareTransposed(Map<String, SimpleMatrix> right) {
    right.replaceAll(
        (name, matrix) -> matrix.getNumRows() == matrix.getNumCols() ? matrix.transpose() : matrix);
    return right;
  }
}
