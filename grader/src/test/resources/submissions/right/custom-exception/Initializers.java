package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
public final class Initializers {
  private Initializers() {}

  /** Thrown when the layer dimensions make no network. */
  static class BadLayerException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final int layer;

    BadLayerException(int layer, String message) {
      super("layer " + layer + ": " + message);
      this.layer = layer;
    }

    int getLayer() {
      return layer;
    }
  }

  private static void check(int[] dims) {
    if (dims == null) {
      throw new BadLayerException(-1, "layerDims is null");
    }
    for (int i = 0; i < dims.length; i++) {
      if (dims[i] <= 0) {
        throw new BadLayerException(i, "size " + dims[i] + " is not positive");
      }
    }
  }

  private static void put(Map<String, SimpleMatrix> target, int l, SimpleMatrix w) {
    if (target.put("W" + l, w) != null) {
      throw new BadLayerException(l, "put twice");
    }
    target.put("b" + l, new SimpleMatrix(w.getNumRows(), 1));
  }

  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    check(layerDims);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      put(parameters, l, new SimpleMatrix(layerDims[l], layerDims[l - 1]));
    }
    return parameters;
  }

  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    check(layerDims);
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      put(parameters, l, random.randn(layerDims[l], layerDims[l - 1]).scale(10));
    }
    return parameters;
  }

  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    check(layerDims);
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      put(parameters, l, random.randn(layerDims[l], layerDims[l - 1]).scale(Math.sqrt(2.0 / layerDims[l - 1])));
    }
    return parameters;
  }
}
