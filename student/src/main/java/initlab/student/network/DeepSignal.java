package initlab.student.network;

import initlab.datasets.RandomState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/**
 * What becomes of a signal on its way through many ReLU layers that have not been trained.
 *
 * @param deviations the standard deviation of the activations of each layer
 * @param deadShares the share of neurons of each layer that are 0 for every example, 0 … 1
 */
public record DeepSignal(List<Double> deviations, List<Double> deadShares) {
  private static final int LAYERS = 30;
  private static final int WIDTH = 100;
  private static final int EXAMPLES = 300;
  private static final long INPUT_SEED = 1;

  /** Copies both, so that the record cannot change. */
  public DeepSignal {
    deviations = List.copyOf(deviations);
    deadShares = List.copyOf(deadShares);
  }

  /** The layer dimensions of the deep network: 100 inputs and 30 layers of 100 neurons. */
  public static int[] layerDims() {
    int[] layerDims = new int[LAYERS + 1];
    Arrays.fill(layerDims, WIDTH);
    return layerDims;
  }

  /** Sends 300 random examples through a network with some parameters W1, b1, …, W30, b30. */
  public static DeepSignal through(Map<String, SimpleMatrix> parameters) {
    double[][] inputs = new RandomState(INPUT_SEED).randn(WIDTH, EXAMPLES).toArray2();
    double[][] below = Rows.withOnes(inputs, EXAMPLES);
    List<Double> deviations = new ArrayList<>();
    List<Double> deadShares = new ArrayList<>();
    for (int l = 1; l <= LAYERS; l++) {
      Layer layer =
          new Layer(
              ParameterShapes.matrix(parameters, "W" + l),
              ParameterShapes.matrix(parameters, "b" + l),
              EXAMPLES);
      layer.forwardRelu(below);
      below = layer.activations();
      SimpleMatrix a = layer.output();
      deviations.add(deviation(a));
      deadShares.add(deadShare(a));
    }
    return new DeepSignal(deviations, deadShares);
  }

  /**
   * By what factor the spread changes from layer to layer, as a geometric mean; not a number where
   * there is no signal.
   */
  public double growth() {
    int steps = deviations.size() - 1;
    return Math.pow(deviations.get(steps) / deviations.get(0), 1.0 / steps);
  }

  private static double deviation(SimpleMatrix a) {
    double mean = a.elementSum() / a.getNumElements();
    double sum = 0;
    for (int i = 0; i < a.getNumElements(); i++) {
      sum += (a.get(i) - mean) * (a.get(i) - mean);
    }
    return Math.sqrt(sum / a.getNumElements());
  }

  private static double deadShare(SimpleMatrix a) {
    int dead = 0;
    for (int row = 0; row < a.getNumRows(); row++) {
      dead += a.getRow(row).elementMaxAbs() == 0 ? 1 : 0;
    }
    return (double) dead / a.getNumRows();
  }
}
