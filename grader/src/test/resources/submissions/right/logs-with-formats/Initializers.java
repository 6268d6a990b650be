package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
public final class Initializers {
  private Initializers() {}

  private static final boolean DEBUG = true;

  private static void log(String format, Object... args) {
    if (DEBUG) {
      System.out.printf("[init] " + format + "%n", args);
    }
  }

  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    System.out.println("initializeZeros called");
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      parameters.put("W" + l, new SimpleMatrix(layerDims[l], layerDims[l - 1]));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
      System.out.println("layer " + l + ": " + layerDims[l] + " x " + layerDims[l - 1]);
    }
    return parameters;
  }

  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    log("initializeRandom, %d layers, seed %d", layerDims.length - 1, seed);
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      SimpleMatrix w = random.randn(layerDims[l], layerDims[l - 1]).scale(10);
      log("W%d norm %.4f", l, w.normF());
      parameters.put("W" + l, w);
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return parameters;
  }

  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      double f = Math.sqrt(2.0 / layerDims[l - 1]);
      System.err.println("DEBUG factor=" + f);
      SimpleMatrix w = random.randn(layerDims[l], layerDims[l - 1]).scale(f);
      System.err.format("mean of W%d: %g\n", l, w.elementSum() / w.getNumElements());
      parameters.put("W" + l, w);
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    System.err.flush();
    return parameters;
  }
}
