package initlab.grader.lab;

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
 * <p>A grading tests, for each of 2 exercises, 8 means and 8 distributions (2 networks of 3 layers
 * and a large one of 2), 3 variances (each layer of the large network, and both together) and 10
 * times independence (see {@link Independence}): 58 tests. So right weights from another generator
 * fail any of them with a probability below 58 · 1e-11 &lt; 1e-9: a union bound, which does not
 * mind that the same weights are tested several times.
 *
 * <p>Both layers of the large network have at least 205,920 weights together, where a standard
 * deviation that is off by 2 % is 12.8 standard errors away, and 6.8 are accepted: it passes with a
 * probability below 2e-9. Mean and distribution do not look at the scale, so that a wrong scale is
 * found by the variance alone.
 */
final class Statistics {
  /** Uniform weights are found among so many; more would take Kolmogorov's test longer. */
  private static final int ENOUGH = 10_000;

  private Statistics() {}

  static void requireMeanZero(Answer answer) {
    for (int l = 1; l <= answer.layers() && !answer.isTheReferences(); l++) {
      requireMeanZero(answer, l);
    }
  }

  private static void requireMeanZero(Answer answer, int l) {
    double[] weights = finiteWeights(answer, l);
    double mean = Arrays.stream(weights).average().orElse(0);
    if (isConstant(weights)
        ? mean != 0
        : Significance.isSignificant(TTest.withDefaults().test(weights).getPValue())) {
      throw answer.failure(
          ".get(\"W%d\").elementSum() / %d".formatted(l, weights.length),
          "check.mean",
          "W" + l,
          Show.number(mean),
          weights.length,
          Show.number(acceptedMean(weights)));
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
    double sum = 0;
    int all = 0;
    for (int l = 1; l <= answer.layers(); l++) {
      double[] weights = finiteWeights(answer, l);
      int fanIn = answer.layerDims()[l - 1];
      double right = answer.exercise().standardDeviation(fanIn);
      double sumOfSquares = Arrays.stream(weights).map(w -> w * w).sum();
      requireVariance(answer, l, sumOfSquares / (right * right));
      sum += sumOfSquares / (right * right);
      all += weights.length;
    }
    if (Significance.isSignificant(chiSquaredPValue(sum, all))) {
      throw answer.failure(
          ".values()",
          "check.standard-deviation-of-all",
          Show.number(Math.sqrt(sum / all)),
          all,
          Show.number(Math.sqrt(lowest(all) / all)),
          Show.number(Math.sqrt(highest(all) / all)));
    }
  }

  /** Tests the sum of a layer's squares, each divided by the right variance. */
  private static void requireVariance(Answer answer, int layer, double statistic) {
    int fanIn = answer.layerDims()[layer - 1];
    int n = fanIn * answer.layerDims()[layer];
    double right = answer.exercise().standardDeviation(fanIn);
    if (Significance.isSignificant(chiSquaredPValue(statistic, n))) {
      throw answer.failure(
          ".get(\"W%d\").normF() / Math.sqrt(%d)".formatted(layer, n),
          "check.standard-deviation",
          "W" + layer,
          Show.number(right * Math.sqrt(statistic / n)),
          n,
          fanIn,
          Show.number(right),
          Show.number(right * Math.sqrt(lowest(n) / n)),
          Show.number(right * Math.sqrt(highest(n) / n)));
    }
  }

  private static double lowest(int degrees) {
    return ChiSquaredDistribution.of(degrees).inverseCumulativeProbability(ErrorBudget.ALPHA / 2);
  }

  private static double highest(int degrees) {
    return ChiSquaredDistribution.of(degrees).inverseSurvivalProbability(ErrorBudget.ALPHA / 2);
  }

  private static double chiSquaredPValue(double statistic, int degrees) {
    ChiSquaredDistribution distribution = ChiSquaredDistribution.of(degrees);
    return 2
        * Math.min(
            distribution.cumulativeProbability(statistic),
            distribution.survivalProbability(statistic));
  }

  static void requireNormal(Answer answer) {
    for (int l = 1; l <= answer.layers() && !answer.isTheReferences(); l++) {
      requireNormal(answer, l);
    }
  }

  private static void requireNormal(Answer answer, int l) {
    double[] all = finiteWeights(answer, l);
    double[] weights = Arrays.copyOf(all, Math.min(all.length, ENOUGH));
    double scale = Math.sqrt(Arrays.stream(weights).map(w -> w * w).sum() / weights.length);
    double[] standardized = Arrays.stream(weights).map(w -> scale == 0 ? 0 : w / scale).toArray();
    var test =
        KolmogorovSmirnovTest.withDefaults()
            .test(standardized, NormalDistribution.of(0, 1)::cumulativeProbability);
    if (Significance.isSignificant(test.getPValue())) {
      String statistic = Show.number(test.getStatistic());
      throw answer.failureSeenBy(
          Replay.matrix(answer, "W" + l), "check.distribution", "W" + l, statistic, weights.length);
    }
  }

  static double[] finiteWeights(Answer answer, int layer) {
    Matrix weights = answer.parameter("W", layer);
    if (!Arrays.stream(weights.values()).allMatch(Double::isFinite)) {
      throw answer.failureSeenBy(
          Replay.matrix(answer, "W" + layer), "check.not-finite", "W" + layer);
    }
    return weights.values();
  }

  private static boolean isConstant(double[] weights) {
    return Arrays.stream(weights).allMatch(weight -> weight == weights[0]);
  }
}
