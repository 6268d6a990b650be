package initlab.student;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.ejml.simple.SimpleMatrix;

/** Guesses, said as guesses, why parameters are wrong. */
final class LikelyReason {
  private LikelyReason() {}

  static String ofNames(Set<String> missing, Set<String> extra) {
    return extra.isEmpty()
        ? Texts.get("reason.missing", missing)
        : Texts.get("reason.names", missing, extra);
  }

  static String ofShape(String name, SimpleMatrix expected, SimpleMatrix yours) {
    if (name.startsWith("b")) {
      return Texts.get("reason.bias-shape");
    }
    boolean isTransposed =
        expected.getNumRows() == yours.getNumCols() && expected.getNumCols() == yours.getNumRows();
    return Texts.get(isTransposed ? "reason.transposed" : "reason.weight-shape");
  }

  static String ofValues(String name, int exercise, SimpleMatrix expected, SimpleMatrix yours) {
    if (name.startsWith("b")) {
      return Texts.get("reason.bias");
    }
    if (exercise == 1) {
      return Texts.get("reason.weight-zero");
    }
    OptionalDouble ratio = constantRatio(expected, yours);
    return ratio.isPresent()
        ? ofRatio(ratio.getAsDouble(), exercise, expected.getNumRows(), expected.getNumCols())
        : Texts.get("reason.drawn-otherwise");
  }

  private static String ofRatio(double ratio, int exercise, int fanOut, int fanIn) {
    String reason =
        knownRatios(exercise, fanOut, fanIn).entrySet().stream()
            .filter(known -> isNear(ratio, known.getValue()))
            .map(known -> Texts.get(known.getKey()))
            .reduce((one, other) -> Texts.get("reason.or", one, other))
            .orElseGet(() -> Texts.get("reason.other-factor"));
    return ratio == 0 ? reason : Texts.get("reason.times", ratio, reason);
  }

  private static boolean isNear(double ratio, double known) {
    return Math.abs(ratio - known) <= 1e-6 * known + 1e-12;
  }

  private static Map<String, Double> knownRatios(int exercise, int fanOut, int fanIn) {
    double right = exercise == 2 ? 10 : Math.sqrt(2.0 / fanIn);
    Map<String, Double> factors = new LinkedHashMap<>();
    factors.put(exercise == 2 ? "reason.all-zero" : "reason.integer-division", 0.0);
    factors.put("reason.unscaled", 1.0);
    factors.put("reason.ten", 10.0);
    factors.put("reason.hundredth", 0.01);
    factors.put("reason.no-two", Math.sqrt(1.0 / fanIn));
    factors.put("reason.no-root", 2.0 / fanIn);
    factors.put("reason.root-of-two", Math.sqrt(2) / fanIn);
    factors.put("reason.fan-out", Math.sqrt(2.0 / fanOut));
    factors.put("reason.both-sizes", Math.sqrt(2.0 / (fanIn + fanOut)));
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
