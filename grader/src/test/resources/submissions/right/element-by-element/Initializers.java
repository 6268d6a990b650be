package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

public final class Initializers {
  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      parameters.put("W" + l, new SimpleMatrix(layerDims[l], layerDims[l - 1]));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return parameters;
  }

  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    RandomState rng = new RandomState(seed);
    Map<String, SimpleMatrix> p = new HashMap<String, SimpleMatrix>();
    for (int l = 1; l <= layerDims.length - 1; ++l) {
      SimpleMatrix w = new SimpleMatrix(layerDims[l], layerDims[l - 1]);
      for (int i = 0; i < layerDims[l]; i++) {
        for (int j = 0; j < layerDims[l - 1]; j++) {
          w.set(i, j, rng.randn() * 10);
        }
      }
      SimpleMatrix b = new SimpleMatrix(layerDims[l], 1);
      b.fill(0.0);
      p.put("W" + l, w);
      p.put("b" + l, b);
    }
    return p;
  }

  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    RandomState rng = new RandomState(seed);
    Map<String, SimpleMatrix> p = new HashMap<String, SimpleMatrix>();
    for (int l = 1; l <= layerDims.length - 1; ++l) {
      SimpleMatrix w = new SimpleMatrix(layerDims[l], layerDims[l - 1]);
      for (int i = 0; i < layerDims[l]; i++) {
        for (int j = 0; j < layerDims[l - 1]; j++) {
          w.set(i, j, rng.randn() * Math.sqrt(2.0 / layerDims[l - 1]));
        }
      }
      SimpleMatrix b = new SimpleMatrix(layerDims[l], 1);
      b.fill(0.0);
      p.put("W" + l, w);
      p.put("b" + l, b);
    }
    return p;
  }
}
