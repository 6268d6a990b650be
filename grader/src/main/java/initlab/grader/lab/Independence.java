package initlab.grader.lab;

import initlab.grader.assignment.CheckFailure;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Tests that weights do not repeat: from row to row, from layer to layer, and from a seed to the
 * next. The statistic is the correlation times √n, which is standard normal for independent
 * weights; the smallest sample has 7,990.
 *
 * <p>For 3 layers these are 10 tests: 3 of rows, 2 of layers, 3 of seeds, 2 of a layer with the one
 * before it under the next seed.
 */
final class Independence {
  private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

  private Independence() {}

  /**
   * Requires that two answers, to a seed and to the next, have independent weights.
   *
   * @throws CheckFailure if they have not
   */
  static void require(Answer answer, Answer next) {
    for (int l = 1; l <= answer.layers() && !answer.isTheReferences(); l++) {
      requireWithin(answer, l);
      requireAcrossSeeds(answer, next, l);
      if (l < answer.layers()) {
        requireAcrossLayers(answer, next, l);
      }
    }
  }

  private static void requireWithin(Answer answer, int l) {
    double[] weights = Statistics.finiteWeights(answer, l);
    if (isDependent(weights, weights, answer.layerDims()[l - 1])) {
      throw answer.failureSeenBy(Replay.matrix(answer, "W" + l), "check.dependent-rows", "W" + l);
    }
  }

  private static void requireAcrossSeeds(Answer answer, Answer next, int l) {
    double[] weights = Statistics.finiteWeights(answer, l);
    if (isDependent(weights, Statistics.finiteWeights(next, l), 0)) {
      throw answer.failureSeenBy(
          beside(answer, l, next, l), "check.dependent-seeds", "W" + l, next.seed());
    }
  }

  private static void requireAcrossLayers(Answer answer, Answer next, int l) {
    double[] above = Statistics.finiteWeights(answer, l + 1);
    if (isDependent(Statistics.finiteWeights(answer, l), above, 0)) {
      throw answer.failureSeenBy(
          beside(answer, l, answer, l + 1), "check.dependent-layers", "W" + l, "W" + (l + 1));
    }
    if (isDependent(above, Statistics.finiteWeights(next, l), 0)) {
      throw answer.failureSeenBy(
          beside(answer, l + 1, next, l),
          "check.dependent-layer-and-seed",
          "W" + (l + 1),
          "W" + l,
          next.seed());
    }
  }

  private static String beside(Answer answer, int layer, Answer other, int otherLayer) {
    return Replay.matrix(answer, "W" + layer) + " " + Replay.matrix(other, "W" + otherLayer);
  }

  /** Compares two samples, the second from some place on. */
  private static boolean isDependent(double[] one, double[] other, int from) {
    int n = Math.min(one.length, other.length - from);
    double meanOne = mean(one, 0, n);
    double meanOther = mean(other, from, n);
    double products = 0;
    double squares = 0;
    double otherSquares = 0;
    for (int i = 0; i < n; i++) {
      double a = one[i] - meanOne;
      double b = other[from + i] - meanOther;
      products += a * b;
      squares += a * a;
      otherSquares += b * b;
    }
    if (squares == 0 || otherSquares == 0) {
      return false; // constants are found by mean, variance and distribution
    }
    double z = products / Math.sqrt(squares * otherSquares) * Math.sqrt(n);
    return Significance.isSignificant(2 * STANDARD_NORMAL.survivalProbability(Math.abs(z)));
  }

  private static double mean(double[] values, int from, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += values[from + i];
    }
    return n == 0 ? 0 : sum / n;
  }
}
