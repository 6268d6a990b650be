package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import java.util.Optional;
import java.util.OptionalDouble;

public final class Initializers {
  private Initializers() {}

  private static Map<String, SimpleMatrix> create(int[] dims, Optional<RandomState> random, OptionalDouble fixed) {
    int[] sizes = Optional.ofNullable(dims).orElseThrow(() -> new IllegalArgumentException("no layer dimensions"));
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < sizes.length; l++) {
      int out = sizes[l];
      int in = sizes[l - 1];
      double factor = fixed.orElseGet(() -> Math.sqrt(2.0 / in));
      SimpleMatrix w = random
          .map(r -> r.randn(out, in))
          .map(m -> m.scale(factor))
          .orElseGet(() -> new SimpleMatrix(out, in));
      parameters.put("W" + l, w);
      parameters.put("b" + l, Optional.of(out).map(n -> new SimpleMatrix(n, 1)).get());
    }
    return parameters;
  }

  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    return create(layerDims, Optional.empty(), OptionalDouble.of(0));
  }

  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    return create(layerDims, Optional.of(new RandomState(seed)), OptionalDouble.of(10));
  }

  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    return create(layerDims, Optional.of(new RandomState(seed)), OptionalDouble.empty());
  }
}
