package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import org.ejml.simple.SimpleOperations;

public final class Initializers {
  private Initializers() {}

  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    SimpleOperations.ElementOpReal toZero = (row, col, value) -> 0.0;
    for (int l = 1; l < layerDims.length; l++) {
      parameters.put("W" + l, new SimpleMatrix(layerDims[l], layerDims[l - 1]).elementOp(toZero));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1).elementOp(toZero));
    }
    return parameters;
  }

  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      SimpleMatrix w = random.randn(layerDims[l], layerDims[l - 1]);
      parameters.put("W" + l, w.elementOp((SimpleOperations.ElementOpReal) (i, j, v) -> 10 * v));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return parameters;
  }

  private static final class HeOp implements SimpleOperations.ElementOpReal {
    private final double factor;

    HeOp(int fanIn) {
      factor = Math.sqrt(2.0 / fanIn);
    }

    @Override
    public double op(int row, int col, double value) {
      return factor * value;
    }
  }

  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      SimpleMatrix w = random.randn(layerDims[l], layerDims[l - 1]);
      parameters.put("W" + l, w.elementOp(new HeOp(layerDims[l - 1])));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return parameters;
  }
}
