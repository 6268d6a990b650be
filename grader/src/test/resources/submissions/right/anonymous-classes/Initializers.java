package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
public final class Initializers {
  private Initializers() {}

  interface WeightMaker {
    SimpleMatrix make(int rows, int cols);
  }

  private static Map<String, SimpleMatrix> fill(int[] layerDims, WeightMaker maker) {
    Map<String, SimpleMatrix> parameters = new HashMap<String, SimpleMatrix>();
    for (int l = 1; l < layerDims.length; l++) {
      parameters.put("W" + l, maker.make(layerDims[l], layerDims[l - 1]));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return parameters;
  }

  /**
   * Exercise 1: all weights and all biases are 0.
   *
   * @param layerDims the size of each layer, input layer first
   * @return W1, b1, …, WL, bL in the shapes described above
   */
  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    return fill(layerDims, new WeightMaker() {
      @Override
      public SimpleMatrix make(int rows, int cols) {
        SimpleMatrix m = new SimpleMatrix(rows, cols);
        m.zero();
        return m;
      }
    });
  }

  /**
   * Exercise 2: weights from the standard normal distribution times 10, biases 0.
   *
   * @param layerDims the size of each layer, input layer first
   * @param seed the seed of the generator; the same seed gives the same weights
   * @return W1, b1, …, WL, bL in the shapes described above
   */
  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    final RandomState random = new RandomState(seed);
    return fill(layerDims, new WeightMaker() {
      private int calls = 0;

      @Override
      public SimpleMatrix make(int rows, int cols) {
        calls++;
        return random.randn(rows, cols).scale(10);
      }
    });
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
    final RandomState random = new RandomState(seed);
    return fill(layerDims, new WeightMaker() {
      @Override
      public SimpleMatrix make(int rows, int cols) {
        return random.randn(rows, cols).scale(Math.sqrt(2.0 / cols));
      }

      @Override
      public String toString() {
        return "He";
      }
    });
  }
}
