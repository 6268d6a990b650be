package initlab.student;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Lines over two axes as an SVG picture, in the colours and the language of the page around it. By
 * hand, as the libraries that draw SVG bring colours and fonts of their own.
 */
final class Chart {
  private static final int WIDTH = 360;
  private static final int HEIGHT = 230;
  private static final int LEFT = 58;
  private static final int RIGHT = 338;
  private static final int TOP = 26;
  private static final int BOTTOM = 190;
  private static final double LETTER = 7.2; // about its width
  private static final int NARROW = 4; // powers of ten that are written out

  /** One of the ways of a chart, and what it counts. */
  record Axis(String label, boolean isLogarithmic) {}

  record Point(double x, double y) {}

  /**
   * A line.
   *
   * @param kind the end of the names of its styles, the same for the same method everywhere
   */
  record Line(String kind, String name, List<Point> points) {
    /** A line whose first point stands at one step, or at 0. */
    static Line of(String kind, String name, List<Double> values, int first, int step) {
      List<Point> points = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        points.add(new Point((first + i) * (double) step, values.get(i)));
      }
      return new Line(kind, name, points);
    }
  }

  private final Axis x;
  private final Axis y;
  private final List<Line> lines = new ArrayList<>();
  private final Ticks xTicks;
  private final Ticks yTicks;
  private final StringBuilder svg = new StringBuilder();

  private Chart(Axis x, Axis y, List<Line> lines) {
    this.x = x;
    this.y = y;
    lines.stream()
        .map(this::shown)
        .filter(line -> !line.points().isEmpty())
        .forEach(this.lines::add);
    xTicks = Ticks.of(values(Point::x), x.isLogarithmic());
    yTicks = Ticks.of(values(Point::y), y.isLogarithmic());
  }

  /**
   * The picture; empty if there is nothing to draw. What has no place on an axis, as infinite, or 0
   * on a logarithmic one, is left out, and the name of its line says so.
   *
   * @param alt what the picture shows, for those who do not see it
   */
  static String svg(String alt, Axis x, Axis y, List<Line> lines) {
    Chart chart = new Chart(x, y, lines);
    return chart.lines.isEmpty() ? "" : chart.draw(alt);
  }

  private Line shown(Line line) {
    List<Point> points =
        line.points().stream()
            .filter(point -> hasPlace(point.x(), x) && hasPlace(point.y(), y))
            .toList();
    boolean isWhole = points.size() == line.points().size();
    return new Line(
        line.kind(), isWhole ? line.name() : Texts.get("chart.in-part", line.name()), points);
  }

  private static boolean hasPlace(double value, Axis axis) {
    return Double.isFinite(value) && (value > 0 || !axis.isLogarithmic());
  }

  private double[] values(ToDoubleFunction<Point> of) {
    return lines.stream().flatMap(line -> line.points().stream()).mapToDouble(of).toArray();
  }

  private String draw(String alt) {
    add(
        "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
        WIDTH, HEIGHT, escaped(alt));
    drawAxes();
    lines.forEach(this::draw);
    double left = LEFT;
    for (Line line : lines) {
      drawName(line, left);
      left += 34 + LETTER * Texts.columns(line.name());
    }
    return svg.append("</svg>").toString();
  }

  private void drawAxes() {
    for (double tick : yTicks.values()) {
      add("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, yOf(tick), RIGHT);
      text(LEFT - 5, yOf(tick) + 4, "end", label(tick, yTicks));
    }
    for (double tick : xTicks.values()) {
      add("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", xOf(tick), TOP, BOTTOM);
      text(xOf(tick), BOTTOM + 15, "middle", label(tick, xTicks));
    }
    text((LEFT + RIGHT) / 2.0, HEIGHT - 6, "middle", x.label());
    add(
        "<text transform=\"translate(12 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>",
        (TOP + BOTTOM) / 2, escaped(y.label()));
  }

  private void draw(Line line) {
    StringBuilder path = new StringBuilder();
    for (Point point : line.points()) {
      path.append(path.isEmpty() ? "M" : "L");
      path.append(String.format(Locale.ROOT, "%.1f %.1f", xOf(point.x()), yOf(point.y())));
    }
    add("<path class=\"line %s\" d=\"%s\"/>", line.kind(), path);
    int every = Math.max(1, line.points().size() / 16);
    for (int i = 0; i < line.points().size(); i += every) {
      mark(line.kind(), xOf(line.points().get(i).x()), yOf(line.points().get(i).y()));
    }
  }

  private void drawName(Line line, double left) {
    add("<path class=\"line %s\" d=\"M%.1f 10h16\"/>", line.kind(), left);
    mark(line.kind(), left + 8, 10);
    text(left + 20, 14, "start", line.name());
  }

  /** Each method has a mark of its own, for those who see no colours. */
  private void mark(String kind, double x, double y) {
    String shape =
        switch (kind) {
          case "zeros" -> "M%.1f %.1fm-4 -4h8v8h-8z";
          case "random" -> "M%.1f %.1fm0 -4l4 7h-8z";
          default -> "M%.1f %.1fm-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0";
        };
    add("<path class=\"mark %s\" d=\"" + shape + "\"/>", kind, x, y);
  }

  private void text(double x, double y, String anchor, String text) {
    add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped(text));
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  private double xOf(double value) {
    return LEFT + xTicks.share(value) * (RIGHT - LEFT);
  }

  private double yOf(double value) {
    return BOTTOM - yTicks.share(value) * (BOTTOM - TOP);
  }

  private static String label(double value, Ticks ticks) {
    boolean isWide = ticks.isLogarithmic() && ticks.values().size() > NARROW;
    return isWide && value != 1
        ? "10" + superscript(Math.round(Math.log10(value)))
        : new BigDecimal(value, new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  private static String superscript(long exponent) {
    StringBuilder digits = new StringBuilder();
    for (char c : Long.toString(exponent).toCharArray()) {
      digits.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return digits.toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
