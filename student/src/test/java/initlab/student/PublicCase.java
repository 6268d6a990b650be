package initlab.student;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.ejml.simple.SimpleMatrix;

/**
 * Layer dimensions whose right parameters are known.
 *
 * @param layerDims the layer dimensions
 * @param standardNormal what NumPy's {@code randn} draws after {@code np.random.seed(3)}: the
 *     unscaled W1, then W2
 */
record PublicCase(int[] layerDims, List<double[][]> standardNormal) {
  static final List<PublicCase> ALL =
      List.of(
          new PublicCase(
              new int[] {3, 2, 1},
              List.of(
                  new double[][] {
                    {1.7886284734303186, 0.43650985051198943, 0.09649746807200862},
                    {-1.8634927033644908, -0.27738820251439905, -0.35475897926898675}
                  },
                  new double[][] {{-0.08274148148245977, -0.6270006768238473}})),
          new PublicCase(
              new int[] {2, 4, 1},
              List.of(
                  new double[][] {
                    {1.7886284734303186, 0.43650985051198943},
                    {0.09649746807200862, -1.8634927033644908},
                    {-0.27738820251439905, -0.35475897926898675},
                    {-0.08274148148245977, -0.6270006768238473}
                  },
                  new double[][] {
                    {
                      -0.04381816897592824,
                      -0.47721803035950267,
                      -1.3138647533626822,
                      0.8846223804995846
                    }
                  })),
          new PublicCase(
              new int[] {3, 1, 2},
              List.of(
                  new double[][] {{1.7886284734303186, 0.43650985051198943, 0.09649746807200862}},
                  new double[][] {{-1.8634927033644908}, {-0.27738820251439905}})));

  /**
   * The right parameters W1, b1, W2, b2 where the weights are scaled by a function of the fan-in.
   */
  Map<String, SimpleMatrix> expected(IntToDoubleFunction scaleOfFanIn) {
    Map<String, SimpleMatrix> parameters = new LinkedHashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      SimpleMatrix drawn = new SimpleMatrix(standardNormal.get(l - 1));
      parameters.put("W" + l, drawn.scale(scaleOfFanIn.applyAsDouble(layerDims[l - 1])));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return parameters;
  }

  /** Zero matrices in the right shapes. */
  static Map<String, SimpleMatrix> zeros(int[] layerDims) {
    Map<String, SimpleMatrix> parameters = new LinkedHashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      parameters.put("W" + l, new SimpleMatrix(layerDims[l], layerDims[l - 1]));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return parameters;
  }

  @Override
  public String toString() {
    return "layerDims " + Arrays.toString(layerDims);
  }
}
