package initlab.grader.sandbox;

import java.util.Arrays;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;

/**
 * A matrix of real numbers.
 *
 * @param rows the number of rows
 * @param cols the number of columns
 * @param values rows · cols numbers, row by row
 */
public record Matrix(int rows, int cols, double[] values) {
  /** Copies an EJML matrix. */
  public static Matrix of(SimpleMatrix matrix) {
    return new Matrix(matrix.getNumRows(), matrix.getNumCols(), matrix.getDDRM().getData().clone());
  }

  /** The same numbers as an EJML matrix. */
  public SimpleMatrix toSimpleMatrix() {
    return new SimpleMatrix(rows, cols, true, values);
  }

  /** The shape as text: {@code 4 × 2}. */
  public String shape() {
    return rows + " × " + cols;
  }

  /** Whether shape and numbers are the same; 0 and -0 are, and so are two numbers that are none. */
  public boolean isSame(Matrix other) {
    if (rows != other.rows || cols != other.cols) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] != other.values[i]
          && !(Double.isNaN(values[i]) && Double.isNaN(other.values[i]))) {
        return false;
      }
    }
    return true;
  }

  /** Whether shape and numbers are the same to the last bit. */
  public boolean hasSameBits(@Nullable Matrix other) {
    return other != null
        && rows == other.rows
        && cols == other.cols
        && Arrays.equals(values, other.values);
  }

  /** Whether shapes are the same and each number is within a relative tolerance of the other's. */
  public boolean isClose(Matrix right, double relativeTolerance) {
    if (rows != right.rows || cols != right.cols) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      double tolerance = relativeTolerance * Math.abs(right.values[i]);
      if (!(Math.abs(values[i] - right.values[i]) <= tolerance)) {
        return false;
      }
    }
    return true;
  }
}
