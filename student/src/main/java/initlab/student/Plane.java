package initlab.student;

import initlab.datasets.LabeledPoints;
import java.util.Locale;

/**
 * The training points in the square of {@link Region}, as SVG: class 0 round, class 1
 * three-cornered.
 */
final class Plane {
  private Plane() {}

  /** The points. */
  static String dots(LabeledPoints points) {
    StringBuilder dots = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      String shape =
          points.y().get(0, i) > 0.5
              ? "<path class=\"p1\" d=\"M%.1f %.1fm0 -3l2.8 5h-5.6z\"/>"
              : "<circle class=\"p0\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.2\"/>";
      dots.append(
          String.format(
              Locale.ROOT, shape, place(points.x().get(0, i)), place(-points.x().get(1, i))));
    }
    return dots.toString();
  }

  private static double place(double value) {
    return Region.SIZE * (value + Region.LIMIT) / (2 * Region.LIMIT);
  }

  /** The points over what a network says. */
  static String svg(String alt, LabeledPoints points, String region) {
    return "<svg class=\"plane\" viewBox=\"0 0 240 240\" role=\"img\" aria-label=\"%s\"><path class=\"region\" d=\"%s\"/>%s</svg>"
        .formatted(Chart.escaped(alt), region, dots(points));
  }
}
