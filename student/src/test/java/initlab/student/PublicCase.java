package initlab.student;

import initlab.student.rules.PublicCall;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.ejml.simple.SimpleMatrix;

/**
 * A call whose right answer is known.
 *
 * @param standardNormal what NumPy's {@code randn} draws after {@code np.random.seed(seed)}: the
 *     unscaled W1, then W2, and so on
 */
record PublicCase(PublicCall call, List<double[][]> standardNormal) {
  static final List<PublicCase> ALL =
      List.of(
          new PublicCase(
              PublicCall.ALL.get(0),
              List.of(
                  new double[][] {
                    {1.7886284734303186, 0.43650985051198943, 0.09649746807200862},
                    {-1.8634927033644908, -0.27738820251439905, -0.35475897926898675}
                  },
                  new double[][] {{-0.08274148148245977, -0.6270006768238473}})),
          new PublicCase(
              PublicCall.ALL.get(1),
              List.of(
                  new double[][] {
                    {
                      1.690525703800356,
                      -0.4659373705408328,
                      0.0328201636785844,
                      0.40751628299650783
                    },
                    {
                      -0.7889230286257386,
                      0.00206557290594813,
                      -0.0008903858579313628,
                      -1.7547243063454208
                    },
                    {
                      1.0176580056634932,
                      0.6004985159195494,
                      -0.6254289739667597,
                      -0.17154826119572117
                    }
                  },
                  new double[][] {
                    {0.5052993741967516, -0.261356415191647, -0.2427490786725466},
                    {-1.4532414124907906, 0.5545803118918878, 0.12388090528703843}
                  },
                  new double[][] {
                    {0.2744599237599636, -1.5265245318698402},
                    {1.6506996911864755, 0.15433553545635803},
                    {-0.3871399432863881, 2.029072220761112},
                    {-0.04538602986064609, -1.4506786991465748},
                    {-0.4052278554276867, -2.2883151019717225}
                  })),
          new PublicCase(
              PublicCall.ALL.get(2),
              List.of(
                  new double[][] {
                    {
                      0.36788392439373424,
                      0.7603957692939831,
                      0.07745261260069906,
                      1.6371968480956058,
                      -0.31822737401431567
                    },
                    {
                      -1.5486608379251323,
                      -0.7224435788610798,
                      0.6559353795477774,
                      -0.5400459938686161,
                      0.09849188976194198
                    }
                  },
                  new double[][] {
                    {0.49856635593389526, -0.25998870714509625},
                    {0.6889245129404333, 0.7205792671123935},
                    {1.2299114184674516, 0.3965775010158183}
                  })));

  int[] layerDims() {
    return call.layerDims();
  }

  long seed() {
    return call.seed();
  }

  /**
   * The right parameters W1, b1, W2, b2 where the weights are scaled by a function of the fan-in.
   */
  Map<String, SimpleMatrix> expected(IntToDoubleFunction scaleOfFanIn) {
    Map<String, SimpleMatrix> parameters = new LinkedHashMap<>();
    int[] layerDims = layerDims();
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
    return "layerDims " + Arrays.toString(layerDims()) + ", seed " + seed();
  }
}
