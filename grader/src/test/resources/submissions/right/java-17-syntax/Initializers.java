package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

public final class Initializers {
  private enum Kind { ZEROS, RANDOM, HE }

  private record Layer(int rows, int cols) {}

  private sealed interface Source permits Nothing, Seeded {}

  private record Nothing() implements Source {}

  private record Seeded(RandomState random) implements Source {}

  private static SimpleMatrix weights(Kind kind, Layer layer, Source source) {
    if (source instanceof Seeded seeded) {
      var drawn = seeded.random().randn(layer.rows(), layer.cols());
      return switch (kind) {
        case RANDOM -> drawn.scale(10);
        case HE -> drawn.scale(Math.sqrt(2.0 / layer.cols()));
        case ZEROS -> throw new IllegalStateException("""
            zeros need no generator""");
      };
    }
    return new SimpleMatrix(layer.rows(), layer.cols());
  }

  private static Map<String, SimpleMatrix> all(Kind kind, int[] dims, Source source) {
    var parameters = new HashMap<String, SimpleMatrix>();
    for (var l = 1; l < dims.length; l++) {
      parameters.put("W" + l, weights(kind, new Layer(dims[l], dims[l - 1]), source));
      parameters.put("b" + l, new SimpleMatrix(dims[l], 1));
    }
    return parameters;
  }

  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    return all(Kind.ZEROS, layerDims, new Nothing());
  }

  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    return all(Kind.RANDOM, layerDims, new Seeded(new RandomState(seed)));
  }

  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    return all(Kind.HE, layerDims, new Seeded(new RandomState(seed)));
  }
}
