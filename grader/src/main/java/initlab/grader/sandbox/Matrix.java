package initlab.grader.sandbox;

import java.util.Arrays;
import org.ejml.simple.SimpleMatrix;

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

  /** Whether shape and every bit of the numbers are the same. */
  public boolean sameBits(Matrix other) {
    return rows == other.rows && cols == other.cols && Arrays.equals(values, other.values);
  }
}
