package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
public final class Initializers {
  private Initializers() {}

  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    assert layerDims != null : "layerDims is null";
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      parameters.put("W" + l, new SimpleMatrix(layerDims[l], layerDims[l - 1]));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    assert parameters.size() == Math.max(0, 2 * (layerDims.length - 1)) : parameters.size();
    return parameters;
  }

  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    assert seed >= 0;
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      SimpleMatrix W = random.randn(layerDims[l], layerDims[l - 1]).scale(10.0);
      SimpleMatrix b = new SimpleMatrix(layerDims[l], 1);
      assert W.getNumRows() == b.getNumRows();
      assert W.getNumCols() == layerDims[l - 1] : "columns of W" + l;
      parameters.put("W" + l, W);
      parameters.put("b" + l, b);
    }
    return parameters;
  }

  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      SimpleMatrix W = random.randn(layerDims[l], layerDims[l - 1]);
      double he = Math.sqrt(2.) / Math.sqrt(layerDims[l - 1]);
      assert he > 0;
      W = W.scale(he);
      assert !W.hasUncountable();
      parameters.put("W" + l, W);
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return parameters;
  }
}
