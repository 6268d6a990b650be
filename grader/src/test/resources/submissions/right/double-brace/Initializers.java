package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
public final class Initializers {
  private Initializers() {}

  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    return new HashMap<String, SimpleMatrix>() {{
      for (int l = 1; l < layerDims.length; l++) {
        put("W" + l, new SimpleMatrix(layerDims[l], layerDims[l - 1]));
        put("b" + l, new SimpleMatrix(layerDims[l], 1));
      }
    }};
  }

  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    return new HashMap<String, SimpleMatrix>() {
      private final RandomState random = new RandomState(seed);

      {
        for (int l = 1; l < layerDims.length; l++) {
          put("W" + l, random.randn(layerDims[l], layerDims[l - 1]).scale(10));
          put("b" + l, new SimpleMatrix(layerDims[l], 1));
        }
      }
    };
  }

  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    var random = new RandomState(seed);
    return new HashMap<>(new HashMap<String, SimpleMatrix>() {{
      for (int l = 1, n; l < layerDims.length; l++) {
        n = layerDims[l - 1];
        put("W" + l, random.randn(layerDims[l], n).scale(Math.sqrt(2.0 / n)));
        put("b" + l, new SimpleMatrix(layerDims[l], 1));
      }
    }});
  }
}
