package initlab.grader.lab;

import initlab.datasets.LabeledPoints;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.text.DecimalFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ejml.simple.SimpleMatrix;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Align;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The pictures of a training. Class 0 is red and round, class 1 blue and three-cornered. */
final class Plots {
  private static final double LIMIT = 1.5;
  private static final int GRID = 500;
  private static final Color[] POINT_COLORS = {new Color(0xB2182B), new Color(0x2166AC)};
  private static final Color[] REGION_COLORS = {new Color(0xFBD5C8), new Color(0xCBE1EF)};
  private static final Color[] LINE_COLORS = {
    new Color(0x7F7F7F), new Color(0xB2182B), new Color(0x2166AC)
  };
  private static final Shape[] POINT_SHAPES = {new Ellipse2D.Double(-3, -3, 6, 6), triangle()};

  private Plots() {}

  /**
   * The points over what a network predicts everywhere in the square [-1.5, 1.5]².
   *
   * @param predict takes points, 2 × n, and gives their labels 0 or 1, 1 × n
   */
  static BufferedImage decisionBoundary(
      LabeledPoints points, UnaryOperator<SimpleMatrix> predict, String title) {
    XYPlot plot = plane(points);
    plot.setBackgroundImage(regions(predict.apply(grid())));
    plot.setBackgroundImageAlignment(Align.FIT);
    plot.setBackgroundImageAlpha(1);
    return image(title, plot, 520, 480);
  }

  /**
   * What stands at the axes of a picture of lines.
   *
   * @param title over the picture
   * @param x under the horizontal axis
   * @param step how far apart the points are on it
   * @param y beside the vertical axis
   * @param isLogarithmic whether the vertical axis counts in powers of ten
   */
  record Axes(String title, String x, int step, String y, boolean isLogarithmic) {}

  /**
   * Lines of some numbers each, in one picture. What has no place on the axis (infinite, or 0 where
   * it is logarithmic) is left out, and the line's name says so.
   */
  static BufferedImage lines(Map<String, List<Double>> lines, Axes axes) {
    XYSeriesCollection all = new XYSeriesCollection();
    var renderer = new XYLineAndShapeRenderer(true, true);
    lines.forEach((name, values) -> addLine(all, renderer, name, values, axes));
    NumberAxis x = new NumberAxis(axes.x());
    x.setAutoRangeIncludesZero(true);
    XYPlot plot = new XYPlot(all, x, vertical(axes), renderer);
    return image(axes.title(), plot, 720, 440);
  }

  private static void addLine(
      XYSeriesCollection all,
      XYLineAndShapeRenderer renderer,
      String name,
      List<Double> values,
      Axes axes) {
    List<Boolean> shown =
        values.stream()
            .map(value -> Double.isFinite(value) && (value > 0 || !axes.isLogarithmic()))
            .toList();
    boolean isComplete = !shown.contains(false);
    XYSeries series =
        new XYSeries(isComplete ? name : name + (shown.contains(true) ? " (in part)" : " (none)"));
    int offset = axes.step() == 1 ? 1 : 0; // layers count from 1
    for (int i = 0; i < values.size(); i++) {
      if (shown.get(i)) {
        series.add((i + offset) * (double) axes.step(), values.get(i));
      }
    }
    int index = all.getSeriesCount();
    all.addSeries(series);
    style(renderer, index, LINE_COLORS[index % LINE_COLORS.length], POINT_SHAPES[index % 2]);
  }

  private static ValueAxis vertical(Axes axes) {
    if (!axes.isLogarithmic()) {
      NumberAxis linear = new NumberAxis(axes.y());
      linear.setAutoRangeIncludesZero(true);
      return linear;
    }
    LogAxis logarithmic = new LogAxis(axes.y() + " (powers of ten)");
    logarithmic.setBase(10);
    logarithmic.setNumberFormatOverride(new DecimalFormat("0E0"));
    return logarithmic;
  }

  private static XYPlot plane(LabeledPoints points) {
    XYSeriesCollection series = new XYSeriesCollection();
    var renderer = new XYLineAndShapeRenderer(false, true);
    for (int label = 0; label <= 1; label++) {
      series.addSeries(pointsWithLabel(points, label));
      style(renderer, label, POINT_COLORS[label], POINT_SHAPES[label]);
    }
    return new XYPlot(series, axis("x1"), axis("x2"), renderer);
  }

  private static XYSeries pointsWithLabel(LabeledPoints points, int label) {
    XYSeries series = new XYSeries(label == 0 ? "class 0" : "class 1", false);
    for (int col = 0; col < points.size(); col++) {
      if (points.y().get(0, col) == label) {
        series.add(points.x().get(0, col), points.x().get(1, col));
      }
    }
    return series;
  }

  private static NumberAxis axis(String name) {
    NumberAxis axis = new NumberAxis(name);
    axis.setRange(-LIMIT, LIMIT);
    return axis;
  }

  private static void style(XYLineAndShapeRenderer renderer, int series, Color color, Shape shape) {
    renderer.setSeriesPaint(series, color);
    renderer.setSeriesShape(series, shape);
    renderer.setSeriesStroke(series, new BasicStroke(2));
  }

  /** The centres of GRID × GRID pixels, top row first. */
  private static SimpleMatrix grid() {
    SimpleMatrix grid = new SimpleMatrix(2, GRID * GRID);
    for (int pixel = 0; pixel < GRID * GRID; pixel++) {
      grid.set(0, pixel, center(pixel % GRID));
      grid.set(1, pixel, -center(pixel / GRID));
    }
    return grid;
  }

  private static double center(int pixel) {
    return LIMIT * ((2 * pixel + 1.0) / GRID - 1);
  }

  private static BufferedImage regions(SimpleMatrix labels) {
    BufferedImage regions = new BufferedImage(GRID, GRID, BufferedImage.TYPE_INT_RGB);
    for (int pixel = 0; pixel < GRID * GRID; pixel++) {
      Color color = REGION_COLORS[labels.get(0, pixel) > 0.5 ? 1 : 0];
      regions.setRGB(pixel % GRID, pixel / GRID, color.getRGB());
    }
    return regions;
  }

  private static BufferedImage image(String title, XYPlot plot, int width, int height) {
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
    plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
    boolean hasLegend = plot.getSeriesCount() > 1;
    JFreeChart chart =
        new JFreeChart(title, new Font(Font.SANS_SERIF, Font.BOLD, 16), plot, hasLegend);
    chart.setBackgroundPaint(Color.WHITE);
    return chart.createBufferedImage(width, height);
  }

  private static Shape triangle() {
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(0, -4);
    triangle.lineTo(4, 3);
    triangle.lineTo(-4, 3);
    triangle.closePath();
    return triangle;
  }
}
