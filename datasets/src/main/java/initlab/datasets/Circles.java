package initlab.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.ejml.simple.SimpleMatrix;

/**
 * Two noisy circles around the origin, one inside the other: the data that the lab's network learns
 * to tell apart.
 */
public final class Circles {
  private static final double INNER_RADIUS = 0.8;
  private static final String HEADER = "x1,x2,label";

  private Circles() {}

  /** The 300 training points (seed 1, noise 0.05), from {@code circles_train.csv}. */
  public static LabeledPoints train() {
    return resource("circles_train.csv");
  }

  /** The 100 test points (seed 2, noise 0.05), from {@code circles_test.csv}. */
  public static LabeledPoints test() {
    return resource("circles_test.csv");
  }

  /**
   * Draws points as scikit-learn's {@code make_circles(n, noise=noise)} does: half of them on the
   * unit circle, half on a circle of radius 0.8, shuffled, then moved by normal noise.
   *
   * @param n the number of points, 1 or more; of an odd number the inner circle gets one more
   * @param noise the standard deviation of the noise in each coordinate, 0 or larger
   * @param random the generator to draw from; it is advanced
   * @throws IllegalArgumentException if {@code n} or {@code noise} is out of range
   */
  public static LabeledPoints makeCircles(int n, double noise, RandomState random) {
    if (n < 1) {
      throw new IllegalArgumentException("n " + n + " is out of range: use 1 or more points");
    }
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    random.shuffle(order);
    SimpleMatrix noiseByPoint = random.normal(noise, n, 2);
    int outer = n / 2;
    SimpleMatrix x = new SimpleMatrix(2, n);
    SimpleMatrix y = new SimpleMatrix(1, n);
    for (int col = 0; col < n; col++) {
      boolean isInner = order[col] >= outer;
      double turn =
          isInner ? (order[col] - outer) / (double) (n - outer) : order[col] / (double) outer;
      double radius = isInner ? INNER_RADIUS : 1;
      x.set(0, col, radius * StrictMath.cos(2 * Math.PI * turn) + noiseByPoint.get(col, 0));
      x.set(1, col, radius * StrictMath.sin(2 * Math.PI * turn) + noiseByPoint.get(col, 1));
      y.set(0, col, isInner ? 1 : 0);
    }
    return new LabeledPoints(x, y);
  }

  private static LabeledPoints resource(String name) {
    try (InputStream in = Circles.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return parse(new String(bytes, StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a header line {@code x1,x2,label} and a line for each point. */
  static LabeledPoints parse(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new IllegalArgumentException("line 1 of the circles must be: " + HEADER);
    }
    SimpleMatrix x = new SimpleMatrix(2, lines.size() - 1);
    SimpleMatrix y = new SimpleMatrix(1, lines.size() - 1);
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      if (cells.length != 3) {
        throw new IllegalArgumentException(
            "line %d of the circles has %d cells: it needs %s"
                .formatted(i + 1, cells.length, HEADER));
      }
      x.set(0, i - 1, Double.parseDouble(cells[0]));
      x.set(1, i - 1, Double.parseDouble(cells[1]));
      y.set(0, i - 1, Double.parseDouble(cells[2]));
    }
    return new LabeledPoints(x, y);
  }
}
