package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

public final class Initializers {
  private Initializers() {}

  private static SimpleMatrix zeros(int rows, int cols) {
    DMatrixRMaj m = new DMatrixRMaj(rows, cols);
    CommonOps_DDRM.fill(m, 0.0);
    return SimpleMatrix.wrap(m);
  }

  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      parameters.put("W" + l, zeros(layerDims[l], layerDims[l - 1]));
      parameters.put("b" + l, zeros(layerDims[l], 1));
    }
    return parameters;
  }

  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      SimpleMatrix w = random.randn(layerDims[l], layerDims[l - 1]);
      CommonOps_DDRM.scale(10.0, w.getDDRM());
      parameters.put("W" + l, w);
      parameters.put("b" + l, zeros(layerDims[l], 1));
    }
    return parameters;
  }

  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      DMatrixRMaj in = random.randn(layerDims[l], layerDims[l - 1]).getMatrix();
      DMatrixRMaj out = new DMatrixRMaj(in.getNumRows(), in.getNumCols());
      CommonOps_DDRM.scale(Math.sqrt(2.0 / layerDims[l - 1]), in, out);
      parameters.put("W" + l, SimpleMatrix.wrap(out));
      parameters.put("b" + l, zeros(layerDims[l], 1));
    }
    return parameters;
  }
}
