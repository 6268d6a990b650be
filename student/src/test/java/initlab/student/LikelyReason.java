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
    if (expected.getNumRows() == yours.getNumCols()
        && expected.getNumCols() == yours.getNumRows()) {
      return Texts.get("reason.transposed");
    }
    return Texts.get(name.startsWith("W") ? "reason.weight-shape" : "reason.bias-shape");
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
    String reason = "reason.other-factor";
    for (Map.Entry<String, Double> known : knownRatios(exercise, fanOut, fanIn).entrySet()) {
      if (Math.abs(ratio - known.getValue()) <= 1e-6 * known.getValue() + 1e-12) {
        reason = known.getKey();
        break;
      }
    }
    return Texts.get("reason.times", ratio, Texts.get(reason));
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
