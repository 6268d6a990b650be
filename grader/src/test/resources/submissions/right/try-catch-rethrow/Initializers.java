package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
public final class Initializers {
  private Initializers() {}

  /**
   * Exercise 1: all weights and all biases are 0.
   *
   * @param layerDims the size of each layer, input layer first
   * @return W1, b1, …, WL, bL in the shapes described above
   */
  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    try {
      for (int l = 1; l < layerDims.length; l++) {
        parameters.put("W" + l, new SimpleMatrix(layerDims[l], layerDims[l - 1]));
        parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
      }
    } catch (NullPointerException e) {
      throw new IllegalArgumentException("layerDims must not be null", e);
    } catch (RuntimeException e) {
      System.err.println("initializeZeros failed: " + e.getMessage());
      throw e;
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
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    try {
      RandomState random = new RandomState(seed);
      for (int l = 1; l < layerDims.length; l++) {
        SimpleMatrix w = random.randn(layerDims[l], layerDims[l - 1]);
        parameters.put("W" + l, w.scale(10));
        parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
      }
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new IllegalArgumentException("bad arguments: " + e.getMessage(), e);
    } finally {
      // nothing to clean up
    }
    return parameters;
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
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      try {
        if (layerDims[l - 1] == 0) {
          throw new ArithmeticException("fan-in of layer " + l + " is 0");
        }
        double factor = Math.sqrt(2.0 / layerDims[l - 1]);
        parameters.put("W" + l, random.randn(layerDims[l], layerDims[l - 1]).scale(factor));
        parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException("layer " + l, e);
      } catch (Exception e) {
        throw new RuntimeException(e);
      }
    }
    return parameters;
  }
}
