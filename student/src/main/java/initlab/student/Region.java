package initlab.student;

import initlab.student.network.Network;
import java.util.Locale;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/**
 * Where a network says class 1, in the square [-1.5, 1.5]², as the path of an SVG picture of {@link
 * #SIZE} by {@link #SIZE}.
 */
final class Region {
  static final double LIMIT = 1.5;
  static final int SIZE = 240;

  private static final int ROWS = 120;
  private static final int COLS = 60;
  private static final double CELL = (double) SIZE / COLS;
  private static final double HEIGHT = (double) SIZE / ROWS;

  private final double[] output;
  private final StringBuilder path = new StringBuilder();

  private Region(double[] output) {
    this.output = output;
  }

  /** The path; empty where the network says class 0 everywhere. */
  static String of(Map<String, SimpleMatrix> parameters) {
    Region region = new Region(Network.output(grid(), parameters));
    for (int row = 0; row < ROWS; row++) {
      region.addRow(row);
    }
    return region.path.toString();
  }

  /** The ends of the cells of all rows, the top row first. */
  private static SimpleMatrix grid() {
    SimpleMatrix grid = new SimpleMatrix(2, ROWS * (COLS + 1));
    for (int i = 0; i < grid.getNumCols(); i++) {
      int row = i / (COLS + 1);
      int col = i % (COLS + 1);
      grid.set(0, i, LIMIT * (2.0 * col / COLS - 1));
      grid.set(1, i, LIMIT * (1 - (2.0 * row + 1) / ROWS));
    }
    return grid;
  }

  private void addRow(int row) {
    int start = row * (COLS + 1);
    double from = isOne(start) ? 0 : -1;
    for (int col = 0; col < COLS; col++) {
      int i = start + col;
      if (isOne(i) != isOne(i + 1)) {
        double x = CELL * (col + (0.5 - output[i]) / (output[i + 1] - output[i]));
        if (from < 0) {
          from = x;
        } else {
          addRun(row, from, x);
          from = -1;
        }
      }
    }
    if (from >= 0) {
      addRun(row, from, SIZE);
    }
  }

  private boolean isOne(int i) {
    return output[i] > 0.5;
  }

  private void addRun(int row, double from, double to) {
    path.append(
        String.format(
            Locale.ROOT,
            "M%.1f %.0fh%.1fv%.1fh%.1fz",
            from,
            row * HEIGHT,
            to - from,
            HEIGHT + 0.2, // so that no line shows between two rows
            from - to));
  }
}
