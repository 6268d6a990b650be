package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import java.util.ArrayList;
import java.util.List;

public final class Initializers {
  private Initializers() {}

  /** One layer: its number, its inputs and its neurons. */
  record Layer(int number, int in, int out) {
    Layer {
      if (number < 1) {
        throw new IllegalArgumentException("layer numbers start with 1, not with " + number);
      }
    }

    String weightName() {
      return "W" + number;
    }

    String biasName() {
      return "b" + number;
    }

    SimpleMatrix zeroBias() {
      return new SimpleMatrix(out, 1);
    }

    static List<Layer> of(int[] dims) {
      List<Layer> layers = new ArrayList<>();
      for (int l = 1; l < dims.length; l++) {
        layers.add(new Layer(l, dims[l - 1], dims[l]));
      }
      return layers;
    }
  }

  /**
   * Exercise 1: all weights and all biases are 0.
   *
   * @param layerDims the size of each layer, input layer first
   * @return W1, b1, …, WL, bL in the shapes described above
   */
  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (Layer layer : Layer.of(layerDims)) {
      parameters.put(layer.weightName(), new SimpleMatrix(layer.out(), layer.in()));
      parameters.put(layer.biasName(), layer.zeroBias());
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
    for (Layer layer : Layer.of(layerDims)) {
      parameters.put(layer.weightName(), random.randn(layer.out(), layer.in()).scale(10));
      parameters.put(layer.biasName(), layer.zeroBias());
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
    Layer.of(layerDims).forEach(layer -> {
      double sigma = Math.sqrt(2.0 / layer.in());
      parameters.put(layer.weightName(), random.normal(sigma, layer.out(), layer.in()));
      parameters.put(layer.biasName(), layer.zeroBias());
    });
    return parameters;
  }
}
