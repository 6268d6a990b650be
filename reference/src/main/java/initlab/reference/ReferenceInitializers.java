package initlab.reference;

import initlab.datasets.RandomState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/**
 * The right answer to the three exercises, with the student's signatures.
 *
 * <p>{@code layerDims} holds the inputs and the neurons of each layer; the map holds {@code W1, b1,
 * …, WL, bL}, where Wl is layerDims[l] × layerDims[l-1] and bl is layerDims[l] × 1. He
 * initialisation is equation 10 of He et al., 2015 (arXiv:1502.01852).
 */
public final class ReferenceInitializers {
  private ReferenceInitializers() {}

  /** Exercise 1: zeros. */
  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    return layers(layerDims, SimpleMatrix::new);
  }

  /** Exercise 2: standard normal weights times 10. */
  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    return layers(layerDims, (rows, fanIn) -> random.randn(rows, fanIn).scale(10));
  }

  /** Exercise 3: standard normal weights times √(2 / fan-in). */
  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    return layers(
        layerDims, (rows, fanIn) -> random.randn(rows, fanIn).scale(Math.sqrt(2.0 / fanIn)));
  }

  private static Map<String, SimpleMatrix> layers(int[] layerDims, WeightMatrix weights) {
    Map<String, SimpleMatrix> parameters = new LinkedHashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      parameters.put("W" + l, weights.of(layerDims[l], layerDims[l - 1]));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return parameters;
  }

  @FunctionalInterface
  private interface WeightMatrix {
    SimpleMatrix of(int rows, int fanIn);
  }
}
