package initlab.datasets;

import org.ejml.simple.SimpleMatrix;

/**
 * Points of the plane with a label each, one point a column.
 *
 * @param x the coordinates, 2 × m
 * @param y the labels, 1 × m: 0 for the red points (outer circle), 1 for the blue (inner circle)
 */
public record LabeledPoints(SimpleMatrix x, SimpleMatrix y) {
  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if the shapes are not 2 × m and 1 × m
   */
  public LabeledPoints {
    if (x.getNumRows() != 2 || y.getNumRows() != 1 || x.getNumCols() != y.getNumCols()) {
      throw new IllegalArgumentException(
          "x is %d × %d and y is %d × %d: x must be 2 × m and y 1 × m, with the same m"
              .formatted(x.getNumRows(), x.getNumCols(), y.getNumRows(), y.getNumCols()));
    }
  }

  /** The number of points, m. */
  public int size() {
    return x.getNumCols();
  }
}
