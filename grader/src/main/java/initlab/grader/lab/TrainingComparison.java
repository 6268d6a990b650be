package initlab.grader.lab;

import initlab.datasets.Circles;
import initlab.grader.sandbox.Matrix;
import initlab.student.network.Model;
import initlab.student.network.TrainingOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The full training of the lab, 15,000 iterations on the circles, from a student's parameters and
 * from the reference's. Whoever starts from the reference's, bit for bit, goes its way and is not
 * trained again.
 */
final class TrainingComparison {
  static final int[] LAYER_DIMS = Model.layerDims(Circles.train());
  static final long SEED = 3;

  /**
   * How far a cost may be from the reference's, relatively. Parameters may differ by 1e-9, which
   * the stable trainings (zeros, He) carry on to about as much. Training from large random weights
   * is chaotic: one unit in the last place moves its costs by up to 4 % (40 disturbed runs), so 5 %
   * and the accuracies are what can be asked.
   */
  private static final Map<LabExercise, Double> TOLERANCES =
      Map.of(LabExercise.ZEROS, 1e-6, LabExercise.RANDOM, 0.05, LabExercise.HE, 1e-6);

  private static final TrainedModels MODELS = new TrainedModels();

  private TrainingComparison() {}

  static void check(Answer answer) {
    requireFinite(answer);
    if (isTheSameStart(answer)) {
      return; // training is a function of its start
    }
    TrainedModels.Trained yours = MODELS.train(answer.parametersInOrder());
    TrainedModels.Trained right = MODELS.train(answer.exercise().right(LAYER_DIMS, SEED));
    requireCosts(answer, yours.model().costs(), right.model().costs());
    requireAccuracy(answer, "training", yours.trainAccuracy(), right.trainAccuracy());
    requireAccuracy(answer, "test", yours.testAccuracy(), right.testAccuracy());
  }

  private static boolean isTheSameStart(Answer answer) {
    Map<String, Matrix> right = answer.exercise().right(LAYER_DIMS, SEED);
    return answer.parametersInOrder().entrySet().stream()
        .allMatch(entry -> entry.getValue().hasSameBits(right.get(entry.getKey())));
  }

  /** The network that comes of parameters W1, b1, …, in this order. */
  static Model train(Map<String, Matrix> parameters) {
    return MODELS.train(parameters).model();
  }

  private static void requireFinite(Answer answer) {
    answer
        .parametersInOrder()
        .forEach(
            (name, matrix) -> {
              if (!Arrays.stream(matrix.values()).allMatch(Double::isFinite)) {
                throw answer.failureSeenBy(Replay.matrix(answer, name), "check.not-finite", name);
              }
            });
  }

  private static void requireCosts(Answer answer, List<Double> yours, List<Double> right) {
    double tolerance = TOLERANCES.getOrDefault(answer.exercise(), 0.0);
    for (int i = 0; i < right.size(); i++) {
      double expected = right.get(i);
      double cost = yours.get(i);
      boolean isClose =
          Double.isFinite(expected)
              ? Math.abs(cost - expected) <= tolerance * expected
              : cost == expected;
      if (!isClose) {
        throw answer.failure(
            "",
            "check.training-cost",
            i * TrainingOptions.DEFAULT.costEvery(),
            Show.number(cost),
            Show.number(expected),
            Show.number(100 * tolerance) + " %");
      }
    }
  }

  private static void requireAccuracy(Answer answer, String set, double yours, double right) {
    if (yours != right) {
      throw answer.failure("", "check.accuracy-" + set, Show.percent(yours), Show.percent(right));
    }
  }
}
