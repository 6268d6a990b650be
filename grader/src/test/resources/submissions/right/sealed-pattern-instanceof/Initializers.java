package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import java.util.Objects;

public final class Initializers {
  private Initializers() {}

  sealed interface Rule permits Zero, Constant, He {}

  record Zero() implements Rule {}

  record Constant(double factor) implements Rule {}

  record He(double gain) implements Rule {}

  private static SimpleMatrix draw(Rule rule, RandomState random, int out, int in) {
    if (rule instanceof Zero) {
      return new SimpleMatrix(out, in);
    } else if (rule instanceof Constant c) {
      return random.randn(out, in).scale(c.factor());
    } else if (rule instanceof He he && in > 0) {
      return random.randn(out, in).scale(Math.sqrt(he.gain() / in));
    }
    throw new IllegalStateException("no such rule: " + rule);
  }

  private static Map<String, SimpleMatrix> apply(Rule rule, int[] dims, long seed) {
    Objects.requireNonNull(dims, "layerDims");
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < dims.length; l++) {
      parameters.put("W" + l, draw(rule, random, dims[l], dims[l - 1]));
      parameters.put("b" + l, draw(new Zero(), random, dims[l], 1));
    }
    return parameters;
  }

  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    return apply(new Zero(), layerDims, 1);
  }

  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    return apply(new Constant(10.0), layerDims, seed);
  }

  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    return apply(new He(2.0), layerDims, seed);
  }
}
