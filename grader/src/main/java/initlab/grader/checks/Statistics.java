package initlab.grader.checks;

import initlab.grader.sandbox.Matrix;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.TTest;

/**
 * Tests of the weights of one answer, layer by layer. Each fails where the p-value is below {@link
 * #ALPHA}.
 *
 * <p>A grading makes at most 72 of these tests (2 exercises, 3 checks, 4 examples, 3 layers), so
 * right weights from another generator fail any of them with a probability below 1e-9. Mean and
 * distribution do not look at the scale, so that a wrong scale is found by the variance alone.
 */
final class Statistics {
  static final double ALPHA = 1e-11;

  private Statistics() {}

  static void requireMeanZero(Answer answer) {
    for (int l = 1; l <= answer.layers(); l++) {
      double[] weights = finiteWeights(answer, l);
      double mean = Arrays.stream(weights).average().orElse(0);
      if (isConstant(weights)
          ? mean != 0
          : !(TTest.withDefaults().test(weights).getPValue() >= ALPHA)) {
        throw answer.failure(
            "the mean of W%d is %s over %d weights; drawn from a normal distribution it must be near 0",
            l, Show.number(mean), weights.length);
      }
    }
  }

  static void requireVariance(Answer answer) {
    for (int l = 1; l <= answer.layers(); l++) {
      double[] weights = finiteWeights(answer, l);
      double right = answer.exercise().standardDeviation(answer.layerDims()[l - 1]);
      double sumOfSquares = Arrays.stream(weights).map(w -> w * w).sum();
      if (!(chiSquaredPValue(sumOfSquares / (right * right), weights.length) >= ALPHA)) {
        throw answer.failure(
            "the standard deviation of W%d is %s over %d weights; with fan-in %d it must be near %s",
            l,
            Show.number(Math.sqrt(sumOfSquares / weights.length)),
            weights.length,
            answer.layerDims()[l - 1],
            Show.number(right));
      }
    }
  }

  private static double chiSquaredPValue(double statistic, int degrees) {
    ChiSquaredDistribution distribution = ChiSquaredDistribution.of(degrees);
    return 2
        * Math.min(
            distribution.cumulativeProbability(statistic),
            distribution.survivalProbability(statistic));
  }

  static void requireNormal(Answer answer) {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    for (int l = 1; l <= answer.layers(); l++) {
      double[] weights = finiteWeights(answer, l);
      double scale = Math.sqrt(Arrays.stream(weights).map(w -> w * w).sum() / weights.length);
      double[] standardized = Arrays.stream(weights).map(w -> scale == 0 ? 0 : w / scale).toArray();
      var test =
          KolmogorovSmirnovTest.withDefaults().test(standardized, normal::cumulativeProbability);
      if (!(test.getPValue() >= ALPHA)) {
        throw answer.failure(
            "the weights of W%d are not normally distributed: the largest distance between the two"
                + " distribution functions is %s over %d weights (Kolmogorov and Smirnov's test)",
            l, Show.number(test.getStatistic()), weights.length);
      }
    }
  }

  private static double[] finiteWeights(Answer answer, int layer) {
    Matrix weights = answer.parameter("W", layer);
    if (!Arrays.stream(weights.values()).allMatch(Double::isFinite)) {
      throw answer.failure("W%d has a number that is infinite or NaN", layer);
    }
    return weights.values();
  }

  private static boolean isConstant(double[] weights) {
    return Arrays.stream(weights).distinct().limit(2).count() < 2;
  }
}
