package initlab.grader.checks;

import initlab.grader.sandbox.Matrix;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.TTest;

/**
 * Tests of the weights of one answer, layer by layer. Each fails where the p-value is below {@link
 * ErrorBudget#ALPHA}; the reference's own numbers are not tested, so they never fail.
 *
 * <p>A grading makes at most 90 of these tests: for each of 2 exercises 12 of the mean (4 examples
 * of at most 3 layers), 11 of the distribution (3 such examples and a large one of 2 layers), 2 of
 * the variance, and 20 of independence (2 examples, see {@link Independence}). So right weights
 * from another generator fail any of them with a probability below 90 · 1e-11 &lt; 1e-9.
 *
 * <p>Variance is tested over at least 180,000 weights a layer, where a standard deviation that is
 * off by 2 % is 12 standard errors away, and 6.8 are accepted: it passes both layers with a
 * probability below 1e-13. Mean and distribution do not look at the scale, so that a wrong scale is
 * found by the variance alone.
 */
final class Statistics {
  /** Uniform weights are found among so many; more would take Kolmogorov's test longer. */
  private static final int ENOUGH = 10_000;

  private Statistics() {}

  static void requireMeanZero(Answer answer) {
    if (answer.isTheReferences()) {
      return;
    }
    for (int l = 1; l <= answer.layers(); l++) {
      double[] weights = finiteWeights(answer, l);
      double mean = Arrays.stream(weights).average().orElse(0);
      if (isConstant(weights)
          ? mean != 0
          : !(TTest.withDefaults().test(weights).getPValue() >= ErrorBudget.ALPHA)) {
        throw answer.failure(
            ".get(\"W%d\").elementSum() / %d".formatted(l, weights.length),
            "check.mean",
            "W" + l,
            Show.number(mean),
            weights.length,
            Show.number(acceptedMean(weights)));
      }
    }
  }

  /** How far from 0 a mean may be: the t distribution of so many weights is the normal one. */
  private static double acceptedMean(double[] weights) {
    double variance = Arrays.stream(weights).map(w -> w * w).average().orElse(0);
    double quantile =
        -NormalDistribution.of(0, 1).inverseCumulativeProbability(ErrorBudget.ALPHA / 2);
    return quantile * Math.sqrt(variance / weights.length);
  }

  static void requireVariance(Answer answer) {
    if (answer.isTheReferences()) {
      return;
    }
    for (int l = 1; l <= answer.layers(); l++) {
      double[] weights = finiteWeights(answer, l);
      int fanIn = answer.layerDims()[l - 1];
      double right = answer.exercise().standardDeviation(fanIn);
      double sumOfSquares = Arrays.stream(weights).map(w -> w * w).sum();
      if (!(chiSquaredPValue(sumOfSquares / (right * right), weights.length)
          >= ErrorBudget.ALPHA)) {
        ChiSquaredDistribution accepted = ChiSquaredDistribution.of(weights.length);
        throw answer.failure(
            ".get(\"W%d\").normF() / Math.sqrt(%d)".formatted(l, weights.length),
            "check.standard-deviation",
            "W" + l,
            Show.number(Math.sqrt(sumOfSquares / weights.length)),
            weights.length,
            fanIn,
            Show.number(right),
            Show.number(
                bound(
                    right, accepted.inverseCumulativeProbability(ErrorBudget.ALPHA / 2), weights)),
            Show.number(
                bound(right, accepted.inverseSurvivalProbability(ErrorBudget.ALPHA / 2), weights)));
      }
    }
  }

  private static double bound(double right, double sumOfSquares, double[] weights) {
    return right * Math.sqrt(sumOfSquares / weights.length);
  }

  private static double chiSquaredPValue(double statistic, int degrees) {
    ChiSquaredDistribution distribution = ChiSquaredDistribution.of(degrees);
    return 2
        * Math.min(
            distribution.cumulativeProbability(statistic),
            distribution.survivalProbability(statistic));
  }

  static void requireNormal(Answer answer) {
    if (answer.isTheReferences()) {
      return;
    }
    NormalDistribution normal = NormalDistribution.of(0, 1);
    for (int l = 1; l <= answer.layers(); l++) {
      double[] all = finiteWeights(answer, l);
      double[] weights = Arrays.copyOf(all, Math.min(all.length, ENOUGH));
      double scale = Math.sqrt(Arrays.stream(weights).map(w -> w * w).sum() / weights.length);
      double[] standardized = Arrays.stream(weights).map(w -> scale == 0 ? 0 : w / scale).toArray();
      var test =
          KolmogorovSmirnovTest.withDefaults().test(standardized, normal::cumulativeProbability);
      if (!(test.getPValue() >= ErrorBudget.ALPHA)) {
        throw answer.failure(
            ".get(\"W" + l + "\")",
            "check.distribution",
            "W" + l,
            Show.number(test.getStatistic()),
            weights.length);
      }
    }
  }

  static double[] finiteWeights(Answer answer, int layer) {
    Matrix weights = answer.parameter("W", layer);
    if (!Arrays.stream(weights.values()).allMatch(Double::isFinite)) {
      throw answer.failure(".get(\"W" + layer + "\")", "check.not-finite", "W" + layer);
    }
    return weights.values();
  }

  private static boolean isConstant(double[] weights) {
    return Arrays.stream(weights).allMatch(weight -> weight == weights[0]);
  }
}
