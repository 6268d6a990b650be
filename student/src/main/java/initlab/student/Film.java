package initlab.student;

import initlab.datasets.LabeledPoints;
import initlab.student.network.Model;
import initlab.student.network.Model.CostListener;
import initlab.student.network.TrainingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/**
 * A training with pictures of it.
 *
 * @param model what was learnt
 * @param frames what the network said before iteration 0, at each recorded cost, and at the end
 */
record Film(Model model, List<Frame> frames) {
  /**
   * The network at one moment.
   *
   * @param accuracy on the train set, 0 … 1
   * @param region where it says class 1, as an SVG path
   */
  record Frame(int iteration, double accuracy, String region) {}

  /**
   * Trains a network, and stops at each recorded cost to look at it: each part goes on from the
   * parameters of the one before, so that all numbers are those of one training.
   */
  static Film train(
      LabeledPoints points,
      Map<String, SimpleMatrix> initial,
      TrainingOptions options,
      CostListener listener) {
    List<Frame> frames = new ArrayList<>();
    List<Double> costs = new ArrayList<>();
    Model soFar = new Model(initial, costs);
    for (int done = 0; done < options.iterations(); done += options.costEvery()) {
      int start = done;
      int part = Math.min(options.costEvery(), options.iterations() - done);
      Model next =
          Model.train(
              points,
              soFar.parameters(),
              new TrainingOptions(options.learningRate(), part, part),
              (i, cost) -> listener.cost(start, cost));
      frames.add(frame(done, soFar, points));
      costs.addAll(next.costs());
      soFar = next;
    }
    frames.add(frame(options.iterations(), soFar, points));
    return new Film(new Model(soFar.parameters(), costs), List.copyOf(frames));
  }

  private static Frame frame(int iteration, Model model, LabeledPoints points) {
    return new Frame(iteration, model.accuracy(points), Region.of(model.parameters()));
  }
}
