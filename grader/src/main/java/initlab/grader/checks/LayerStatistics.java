package initlab.grader.checks;

import initlab.grader.sandbox.Matrix;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * What a layer's numbers are like, whatever generator they come from.
 *
 * @param mean the mean
 * @param deviation the root of the mean square
 * @param absolute the mean of the absolute values: 0.798 deviations if normal, 0.866 if uniform
 */
record LayerStatistics(double mean, double deviation, double absolute) {
  /** The standard error of a deviation is 0.4 % at 28,800 weights, where differences are 8 %. */
  private static final double TOLERANCE = 0.03;

  private static LayerStatistics of(Matrix matrix) {
    double[] values = matrix.values();
    return new LayerStatistics(
        Arrays.stream(values).average().orElse(0),
        Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElse(0)),
        Arrays.stream(values).map(Math::abs).average().orElse(0));
  }

  private boolean isSimilar(LayerStatistics other) {
    double tolerance = TOLERANCE * other.deviation;
    return Math.abs(deviation - other.deviation) <= tolerance
        && Math.abs(mean - other.mean) <= tolerance
        && Math.abs(absolute - other.absolute) <= tolerance;
  }

  /** Whether names and shapes are the same and all weight matrices are alike. */
  static boolean areSimilar(Map<String, Matrix> yours, Map<String, Matrix> others) {
    return yours.keySet().equals(others.keySet())
        && yours.keySet().stream()
            .allMatch(name -> areSimilar(name, find(yours, name), find(others, name)));
  }

  private static boolean areSimilar(String name, Matrix yours, Matrix other) {
    boolean isSameShape = yours.rows() == other.rows() && yours.cols() == other.cols();
    return isSameShape && (!name.startsWith("W") || of(yours).isSimilar(of(other)));
  }

  private static Matrix find(Map<String, Matrix> matrices, String name) {
    return Objects.requireNonNull(matrices.get(name));
  }
}
