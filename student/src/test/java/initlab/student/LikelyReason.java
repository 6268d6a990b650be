package initlab.student;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.ejml.simple.SimpleMatrix;

/** Guesses, said as guesses, why parameters are wrong. */
final class LikelyReason {
  private LikelyReason() {}

  static String ofNames(Set<String> missing, Set<String> extra) {
    if (extra.isEmpty()) {
      return "the loop does not put %s into the map; the names count from 1 to L"
          .formatted(missing);
    }
    return "names are \"W\" + l and \"b\" + l, with a capital W, a small b and l from 1 to L;"
        + " instead of %s the map has %s".formatted(missing, extra);
  }

  static String ofShape(String name, SimpleMatrix expected, SimpleMatrix yours) {
    if (expected.getNumRows() == yours.getNumCols()
        && expected.getNumCols() == yours.getNumRows()) {
      return "it is transposed: rows are the neurons of layer l, columns those of layer l - 1";
    }
    return name.startsWith("W")
        ? "a weight matrix has layerDims[l] rows and layerDims[l - 1] columns"
        : "a bias vector has layerDims[l] rows and 1 column";
  }

  static String ofValues(String name, int exercise, SimpleMatrix expected, SimpleMatrix yours) {
    if (name.startsWith("b")) {
      return "biases start at 0: new SimpleMatrix(layerDims[l], 1)";
    }
    if (exercise == 1) {
      return "weights start at 0 in this exercise: new SimpleMatrix(rows, cols)";
    }
    OptionalDouble ratio = constantRatio(expected, yours);
    return ratio.isPresent()
        ? ofRatio(ratio.getAsDouble(), exercise, expected.getNumRows(), expected.getNumCols())
        : "the numbers are not drawn as random.randn(layerDims[l], layerDims[l - 1]), once for W1,"
            + " once for W2, …, from the one generator the method starts with";
  }

  private static String ofRatio(double ratio, int exercise, int fanOut, int fanIn) {
    String times =
        String.format(Locale.ROOT, "your numbers are the expected ones times %.4f", ratio);
    for (Map.Entry<String, Double> known : knownRatios(exercise, fanOut, fanIn).entrySet()) {
      if (Math.abs(ratio - known.getValue()) <= 1e-6 * known.getValue() + 1e-12) {
        return times + ": " + known.getKey();
      }
    }
    return times + ": look at the factor after randn";
  }

  private static Map<String, Double> knownRatios(int exercise, int fanOut, int fanIn) {
    double right = exercise == 2 ? 10 : Math.sqrt(2.0 / fanIn);
    Map<String, Double> factors = new LinkedHashMap<>();
    factors.put(
        exercise == 2
            ? "they are all 0"
            : "they are all 0 (2 / layerDims[l - 1] is a whole number in Java, 2.0 / … is not)",
        0.0);
    factors.put("nothing scales what randn draws", 1.0);
    factors.put("the factor 10 belongs to exercise 2", 10.0);
    factors.put("the factor is 10, not 0.01", 0.01);
    factors.put(
        "the 2 is missing from the square root of 2 / layerDims[l - 1]", Math.sqrt(1.0 / fanIn));
    factors.put("the square root is missing", 2.0 / fanIn);
    factors.put("the square root is of the 2 alone", Math.sqrt(2) / fanIn);
    factors.put("divide by layerDims[l - 1], not by layerDims[l]", Math.sqrt(2.0 / fanOut));
    factors.put(
        "divide by layerDims[l - 1] alone, without layerDims[l]",
        Math.sqrt(2.0 / (fanIn + fanOut)));
    factors.replaceAll((reason, factor) -> factor / right);
    return factors;
  }

  /** The one factor between two matrices, if there is one. */
  private static OptionalDouble constantRatio(SimpleMatrix expected, SimpleMatrix yours) {
    double ratio = yours.get(0) / expected.get(0);
    SimpleMatrix scaled = expected.scale(ratio);
    boolean isConstant = Double.isFinite(ratio) && ParameterAssertions.isClose(scaled, yours);
    return isConstant ? OptionalDouble.of(ratio) : OptionalDouble.empty();
  }
}
