package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import org.ejml.data.DMatrixRMaj;

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
    for (int l = 1; l < layerDims.length; l++) {
      DMatrixRMaj w = new DMatrixRMaj(layerDims[l], layerDims[l - 1]);
      w.zero();
      parameters.put("W" + l, SimpleMatrix.wrap(w));
      parameters.put("b" + l, SimpleMatrix.wrap(new DMatrixRMaj(layerDims[l], 1)));
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
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      SimpleMatrix w = random.randn(layerDims[l], layerDims[l - 1]);
      double[] data = w.getDDRM().data;
      for (int i = 0; i < data.length; i++) {
        data[i] *= 10;
      }
      parameters.put("W" + l, w);
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
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
      DMatrixRMaj w = new DMatrixRMaj(layerDims[l], layerDims[l - 1]);
      double scale = Math.sqrt(2.0 / layerDims[l - 1]);
      for (int r = 0; r < w.numRows; r++) {
        for (int c = 0; c < w.numCols; c++) {
          w.unsafe_set(r, c, random.randn() * scale);
        }
      }
      parameters.put("W" + l, new SimpleMatrix(w));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return parameters;
  }
}
