package initlab.student;

import initlab.datasets.LabeledPoints;
import initlab.student.network.DeepSignal;
import initlab.student.network.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ejml.simple.SimpleMatrix;

/** What comes of the student's own start of exercise 3 when all its weights are scaled. */
final class Sweep {
  private static final double[] SCALES = {0.01, 0.03, 0.1, 0.3, 0.5, 0.7, 1, 1.4, 2, 3, 5, 10};

  private Sweep() {}

  /**
   * What came of one scale.
   *
   * @param scale how many times the student's own weights
   * @param accuracy on the train set, 0 … 1
   * @param cost the last that was recorded; may be infinite
   * @param deviations the spread of the activations of each of 30 layers
   */
  record Step(double scale, double accuracy, double cost, List<Double> deviations) {}

  /**
   * Trains from all scales.
   *
   * @throws RuntimeException whatever the student's method throws
   */
  static List<Step> run(LabeledPoints points, LabOptions options, Consumer<Step> listener) {
    int[] layerDims = options.layerDims(points.x().getNumRows());
    Map<String, SimpleMatrix> own = Initialization.HE.initialize(layerDims, options.seed);
    Map<String, SimpleMatrix> deep =
        Initialization.HE.initialize(DeepSignal.layerDims(), options.seed);
    List<Step> steps = new ArrayList<>();
    for (double scale : SCALES) {
      Model model =
          Model.train(points, scaled(own, scale), options.training(), (iteration, cost) -> {});
      double last = model.costs().get(model.costs().size() - 1);
      List<Double> deviations = DeepSignal.through(scaled(deep, scale)).deviations();
      Step step = new Step(scale, model.accuracy(points), last, deviations);
      steps.add(step);
      listener.accept(step);
    }
    return steps;
  }

  private static Map<String, SimpleMatrix> scaled(Map<String, SimpleMatrix> own, double scale) {
    Map<String, SimpleMatrix> scaled = new LinkedHashMap<>();
    own.forEach((name, m) -> scaled.put(name, name.startsWith("W") ? m.scale(scale) : m));
    return scaled;
  }
}
