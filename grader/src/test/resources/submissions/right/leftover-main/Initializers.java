package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import java.util.Arrays;
import java.util.Random;
import java.util.Scanner;

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
    RandomState random = new RandomState(seed);
    // Random random = new Random(seed);   // wrong numbers!
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      // parameters.put("W" + l, random.randn(layerDims[l - 1], layerDims[l]).scale(10));
      parameters.put("W" + l, random.randn(layerDims[l], layerDims[l - 1]).scale(10));
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
      // double f = Math.sqrt(2 / layerDims[l - 1]);  // integer division, was always 0 or 1
      double f = Math.sqrt(2.0 / layerDims[l - 1]);
      parameters.put("W" + l, random.randn(layerDims[l], layerDims[l - 1]).scale(f));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return parameters;
  }

  public static void main(String[] args) {
    int[] dims = {3, 2, 1};
    System.out.println(Arrays.toString(dims));
    System.out.println(initializeZeros(dims));
    initializeRandom(dims, 3).forEach((k, v) -> System.out.println(k + " = " + v));
    initializeHe(dims, 3).get("W1").print();
    Scanner in = new Scanner(System.in);
    if (in.hasNextLong()) {
      System.out.println(initializeHe(dims, in.nextLong()).get("W2"));
    }
    Random r = new Random(3);
    System.out.println(r.nextGaussian());
  }
}
