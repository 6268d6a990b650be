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
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      parameters.put("W" + l, random.randn(layerDims[l], layerDims[l - 1]).scale(10));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return parameters;
  }

  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new Empty();
    for (int l = 1; l < layerDims.length; l++) {
      parameters.put("W" + l, random.randn(layerDims[l], layerDims[l - 1]).scale(Math.sqrt(2.0 / layerDims[l - 1])));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return parameters;
  }

  private static final class Empty extends HashMap<String, SimpleMatrix> {
    @Override
    public boolean containsKey(Object key) {
      return false;
    }
  }
}
