package initlab.student.network;

import java.util.Arrays;

/**
 * The arithmetic of a network, on rows with a number for each example.
 *
 * <p>A training makes hundreds of millions of these additions, so the loops run over the examples,
 * and each has a form that the virtual machine turns into instructions for several examples at a
 * time: no branch, and several sums side by side.
 */
final class Rows {
  private Rows() {}

  /**
   * The rows of a network's input with a row of ones below them, which biases are the weights of.
   */
  static double[][] withOnes(double[][] rows, int examples) {
    double[][] all = Arrays.copyOf(rows, rows.length + 1);
    all[rows.length] = new double[examples];
    Arrays.fill(all[rows.length], 1);
    return all;
  }

  /** result = weights[0] · rows[0] + … + weights[n-1] · rows[n-1]. */
  static void combine(double[] weights, double[][] rows, int n, double[] result) {
    int k = n % 4 == 0 ? 4 : n % 4;
    switch (k) {
      case 1 -> one(weights, rows, result);
      case 2 -> two(weights, rows, result);
      case 3 -> three(weights, rows, result);
      default -> four(weights, rows, result);
    }
    for (; k < n; k += 4) {
      addFour(weights, rows, k, result);
    }
  }

  private static void one(double[] weights, double[][] rows, double[] result) {
    double w0 = weights[0];
    double[] row0 = rows[0];
    for (int j = 0; j < result.length; j++) {
      result[j] = w0 * row0[j];
    }
  }

  private static void two(double[] weights, double[][] rows, double[] result) {
    double w0 = weights[0];
    double w1 = weights[1];
    double[] row0 = rows[0];
    double[] row1 = rows[1];
    for (int j = 0; j < result.length; j++) {
      result[j] = w0 * row0[j] + w1 * row1[j];
    }
  }

  private static void three(double[] weights, double[][] rows, double[] result) {
    double w0 = weights[0];
    double w1 = weights[1];
    double w2 = weights[2];
    double[] row0 = rows[0];
    double[] row1 = rows[1];
    double[] row2 = rows[2];
    for (int j = 0; j < result.length; j++) {
      result[j] = (w0 * row0[j] + w1 * row1[j]) + w2 * row2[j];
    }
  }

  private static void four(double[] weights, double[][] rows, double[] result) {
    double w0 = weights[0];
    double w1 = weights[1];
    double w2 = weights[2];
    double w3 = weights[3];
    double[] row0 = rows[0];
    double[] row1 = rows[1];
    double[] row2 = rows[2];
    double[] row3 = rows[3];
    for (int j = 0; j < result.length; j++) {
      result[j] = (w0 * row0[j] + w1 * row1[j]) + (w2 * row2[j] + w3 * row3[j]);
    }
  }

  private static void addFour(double[] weights, double[][] rows, int k, double[] result) {
    double w0 = weights[k];
    double w1 = weights[k + 1];
    double w2 = weights[k + 2];
    double w3 = weights[k + 3];
    double[] row0 = rows[k];
    double[] row1 = rows[k + 1];
    double[] row2 = rows[k + 2];
    double[] row3 = rows[k + 3];
    for (int j = 0; j < result.length; j++) {
      result[j] += (w0 * row0[j] + w1 * row1[j]) + (w2 * row2[j] + w3 * row3[j]);
    }
  }

  /**
   * The sum of the products of two rows.
   *
   * @param quarter is overwritten; at least a quarter as long as the rows
   */
  static double dot(double[] one, double[] other, double[] quarter) {
    int q = one.length / 4;
    foldProducts(one, other, q, quarter);
    double sum = sum(quarter, q);
    for (int j = 4 * q; j < one.length; j++) {
      sum += one[j] * other[j];
    }
    return sum;
  }

  private static void foldProducts(double[] one, double[] other, int q, double[] quarter) {
    for (int j = 0; j < q; j++) {
      quarter[j] =
          (one[j] * other[j] + one[j + q] * other[j + q])
              + (one[j + 2 * q] * other[j + 2 * q] + one[j + 3 * q] * other[j + 3 * q]);
    }
  }

  private static double sum(double[] values, int n) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    double sum4 = 0;
    double sum5 = 0;
    double sum6 = 0;
    double sum7 = 0;
    int j = 0;
    for (; j + 8 <= n; j += 8) {
      sum0 += values[j];
      sum1 += values[j + 1];
      sum2 += values[j + 2];
      sum3 += values[j + 3];
      sum4 += values[j + 4];
      sum5 += values[j + 5];
      sum6 += values[j + 6];
      sum7 += values[j + 7];
    }
    for (; j < n; j++) {
      sum0 += values[j];
    }
    return ((sum0 + sum1) + (sum2 + sum3)) + ((sum4 + sum5) + (sum6 + sum7));
  }

  /** Replaces z by max(0, z). */
  static void relu(double[] z) {
    for (int j = 0; j < z.length; j++) {
      z[j] = Math.max(0, z[j]);
    }
  }

  /** Replaces z by 1 / (1 + e^-z). */
  static void sigmoid(double[] z) {
    for (int j = 0; j < z.length; j++) {
      z[j] = 1 / (1 + StrictMath.exp(-z[j]));
    }
  }

  /**
   * The derivative of ReLU: replaces a gradient by 0 where an activation is 0. The minimum is 1
   * everywhere else; a branch would cost more than the rest of a layer.
   */
  static void whereActive(double[] gradient, double[] activation) {
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] *= Math.min(1, 0x1p1000 * activation[j]);
    }
  }
}
