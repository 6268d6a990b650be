package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

public final class Initializers {
  private Initializers() {}

  private static final Map<Integer, Double> FACTORS = new ConcurrentHashMap<>();
  private static final Map<String, Map<String, SimpleMatrix>> CACHE = new HashMap<>();

  /** A deep copy: a caller that trains must not change what is cached. */
  private static Map<String, SimpleMatrix> copyOf(Map<String, SimpleMatrix> original) {
    Map<String, SimpleMatrix> copy = new HashMap<>();
    for (Map.Entry<String, SimpleMatrix> e : original.entrySet()) {
      copy.put(e.getKey(), e.getValue().copy());
    }
    return copy;
  }

  private static double factor(int fanIn) {
    return FACTORS.computeIfAbsent(fanIn, n -> Math.sqrt(2.0 / n));
  }

  /**
   * Exercise 1: all weights and all biases are 0.
   *
   * @param layerDims the size of each layer, input layer first
   * @return W1, b1, …, WL, bL in the shapes described above
   */
  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      parameters.put("W" + l, new SimpleMatrix(layerDims[l], layerDims[l - 1]));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return parameters;
  }

  /**
   * Exercise 2: weights from the standard normal distribution times 10, biases 0.
   *
   * @param layerDims the size of each layer, input layer first
   * @param seed the seed of the generator; the same seed gives the same weights
   * @return W1, b1, …, WL, bL in the shapes described above
   */
  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    String key = "random/" + Arrays.toString(layerDims) + "/" + seed;
    Map<String, SimpleMatrix> cached = CACHE.get(key);
    if (cached == null) {
      RandomState random = new RandomState(seed);
      cached = initializeZeros(layerDims);
      for (int l = 1; l < layerDims.length; l++) {
        cached.put("W" + l, random.randn(layerDims[l], layerDims[l - 1]).scale(10));
      }
      CACHE.put(key, cached);
    }
    return copyOf(cached);
  }

  /**
   * Exercise 3: He initialisation. Weights from the standard normal distribution times √(2 /
   * layerDims[l - 1]), biases 0.
   *
   * @param layerDims the size of each layer, input layer first
   * @param seed the seed of the generator; the same seed gives the same weights
   * @return W1, b1, …, WL, bL in the shapes described above
   */
  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = initializeZeros(layerDims);
    for (int l = 1; l < layerDims.length; l++) {
      parameters.replace("W" + l, random.randn(layerDims[l], layerDims[l - 1]).scale(factor(layerDims[l - 1])));
    }
    return parameters;
  }
}
