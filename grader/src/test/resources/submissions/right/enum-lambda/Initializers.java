package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import java.util.function.IntToDoubleFunction;

public final class Initializers {
  private Initializers() {}

  enum Kind {
    ZERO(fanIn -> 0.0, false),
    BIG(fanIn -> 10.0, true),
    HE(fanIn -> Math.sqrt(2.0 / fanIn), true);

    private final IntToDoubleFunction deviation;
    private final boolean needsRandom;

    Kind(IntToDoubleFunction deviation, boolean needsRandom) {
      this.deviation = deviation;
      this.needsRandom = needsRandom;
    }

    double deviation(int fanIn) {
      return deviation.applyAsDouble(fanIn);
    }

    boolean needsRandom() {
      return needsRandom;
    }
  }

  private static Map<String, SimpleMatrix> create(Kind kind, int[] dims, RandomState random) {
    Map<String, SimpleMatrix> p = new HashMap<>(2 * dims.length);
    for (int l = 1; l < dims.length; ++l) {
      final SimpleMatrix w;
      if (kind.needsRandom()) {
        w = random.randn(dims[l], dims[l - 1]).scale(kind.deviation(dims[l - 1]));
      } else {
        w = new SimpleMatrix(dims[l], dims[l - 1]);
      }
      p.put("W" + l, w);
      p.put("b" + l, new SimpleMatrix(dims[l], 1));
    }
    return p;
  }

  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    return create(Kind.ZERO, layerDims, null);
  }

  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    return create(Kind.BIG, layerDims, new RandomState(seed));
  }

  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    return create(Kind.HE, layerDims, new RandomState(seed));
  }
}
