package initlab.student.network;

import initlab.datasets.LabeledPoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/**
 * A trained network.
 *
 * @param parameters the learnt parameters, W1, b1, …, WL, bL
 * @param costs the cost before iteration 0, {@code costEvery}, 2 · {@code costEvery}, …
 */
public record Model(Map<String, SimpleMatrix> parameters, List<Double> costs) {
  /** Copies both, so that the model cannot change. */
  public Model {
    parameters = Map.copyOf(parameters);
    costs = List.copyOf(costs);
  }

  /** Is told each recorded cost while a network trains. */
  @FunctionalInterface
  public interface CostListener {
    /** The cost before an iteration. */
    void cost(int iteration, double cost);
  }

  /** The layer dimensions of the lab's network: nx inputs, then 10, 5 and 1 neurons. */
  public static int[] layerDims(LabeledPoints points) {
    return new int[] {points.x().getNumRows(), 10, 5, 1};
  }

  /**
   * Trains a network by gradient descent over all points at once.
   *
   * @param points the training data
   * @param initial the initial parameters; they are not changed
   * @throws IllegalArgumentException if the initial parameters do not make a network for the points
   */
  public static Model train(
      LabeledPoints points,
      Map<String, SimpleMatrix> initial,
      TrainingOptions options,
      CostListener listener) {
    ParameterShapes.check(initial, points.x().getNumRows());
    Network network = new Network(points.x(), initial);
    double[] labels = points.y().getDDRM().data;
    List<Double> costs = new ArrayList<>();
    for (int i = 0; i < options.iterations(); i++) {
      double[] output = network.forward();
      if (i % options.costEvery() == 0) {
        double cost = Network.loss(output, labels);
        costs.add(cost);
        listener.cost(i, cost);
      }
      network.backward(labels);
      network.descend(options.learningRate());
    }
    return new Model(network.parameters(), costs);
  }

  /** The share of points whose label the network predicts, 0 … 1. */
  public double accuracy(LabeledPoints points) {
    return Network.accuracy(points.x(), points.y(), parameters);
  }

  /** The predicted labels of points, 1 × m. */
  public SimpleMatrix predict(SimpleMatrix x) {
    return Network.predict(x, parameters);
  }
}
