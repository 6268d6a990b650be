package initlab.student;

import initlab.student.Chart.Axis;
import initlab.student.Chart.Line;
import initlab.student.Chart.Point;
import initlab.student.network.DeepSignal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The charts of the lab's page; each is empty where there is nothing to draw. */
final class LabCharts {
  /**
   * How far two factors from layer to layer may be apart, as a logarithm, to be called the same.
   */
  private static final double SAME_SIZE = 0.1;

  private final LabOptions lab;

  LabCharts(LabOptions lab) {
    this.lab = lab;
  }

  private static Axis axis(String key) {
    return new Axis(Texts.get(key), false);
  }

  private static Axis logarithmic(String key) {
    return new Axis(Texts.get(key), true);
  }

  private Line costsOf(LabResult.Trained result) {
    return Line.of(
        result.initialization().id(),
        shortName(result),
        result.model().costs(),
        0,
        lab.training().costEvery());
  }

  private static String shortName(LabResult.Trained result) {
    return Texts.get("chart." + result.initialization().id());
  }

  /** One training's costs. */
  String cost(LabResult.Trained result) {
    List<Double> costs = result.model().costs();
    String alt =
        Texts.get(
            "page.cost-picture",
            result.initialization().title(),
            show(costs.get(0)),
            show(costs.get(costs.size() - 1)));
    return costs(alt, List.of(result));
  }

  /** All trainings' costs. */
  String costs(List<LabResult.Trained> results) {
    return costs(Texts.get("page.costs-picture"), results);
  }

  private String costs(String alt, List<LabResult.Trained> results) {
    List<Line> lines = results.stream().map(this::costsOf).toList();
    return Chart.svg(alt, axis("chart.iteration"), axis("chart.cost"), lines);
  }

  /** How wide the activations of the deep network spread. */
  String deviations(List<LabResult.Trained> results) {
    return Chart.svg(
        Texts.get("page.deviation-picture"),
        axis("chart.layer"),
        logarithmic("chart.deviation"),
        deep(results, DeepSignal::deviations));
  }

  /** The share of neurons of the deep network that are always 0. */
  String dead(List<LabResult.Trained> results) {
    return Chart.svg(
        Texts.get("page.dead-picture"),
        axis("chart.layer"),
        axis("chart.dead"),
        deep(results, DeepSignal::deadShares));
  }

  private static List<Line> deep(
      List<LabResult.Trained> results, Function<DeepSignal, List<Double>> values) {
    return results.stream()
        .map(
            result ->
                Line.of(
                    result.initialization().id(),
                    shortName(result),
                    values.apply(result.signal()),
                    1,
                    1))
        .toList();
  }

  /** What a known mistake does to a deep network's signal; empty where there is none. */
  Map<String, String> mistake(List<LabResult.Trained> results) {
    Optional<LabResult.Trained> he =
        results.stream().filter(r -> r.initialization() == Initialization.HE).findFirst();
    Optional<String> reason = he.flatMap(result -> Recognition.of(result.initialization()));
    if (reason.isEmpty() || he.get().signal().deviations().isEmpty()) {
      return Map.of();
    }
    DeepSignal signal = he.get().signal();
    return Map.of(
        "reason", reason.get(),
        "growth", growth(signal),
        "chart", beside(Texts.get("page.mistake-picture"), signal.deviations()));
  }

  /** What a mistake does to the size of the signal; many do nothing to it. */
  private static String growth(DeepSignal signal) {
    double growth = signal.growth();
    double kept = new DeepSignal(keptSignal(), List.of()).growth();
    if (Double.isNaN(growth) || growth == 0) {
      return Texts.get("page.mistake-silent");
    }
    return Math.abs(Math.log(growth / kept)) < SAME_SIZE
        ? Texts.get("page.mistake-same")
        : Texts.get("page.mistake-text", "%.3g".formatted(growth), "%.3g".formatted(kept));
  }

  private static String beside(String alt, List<Double> deviations) {
    return Chart.svg(
        alt,
        axis("chart.layer"),
        logarithmic("chart.deviation"),
        List.of(
            Line.of("he", Texts.get("chart.he"), keptSignal(), 1, 1),
            Line.of("own", Texts.get("chart.yours"), deviations, 1, 1)));
  }

  /** The spread of each of 30 layers from the right start with seed 3. */
  static List<Double> keptSignal() {
    try (InputStream in = LabCharts.class.getResourceAsStream("kept-signal.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(Double::valueOf).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The accuracy against the scale of the weights. */
  String sweep(List<Sweep.Step> steps) {
    List<Point> accuracies =
        steps.stream().map(step -> new Point(step.scale(), 100 * step.accuracy())).toList();
    return Chart.svg(
        Texts.get("page.sweep-picture"),
        logarithmic("chart.scale"),
        axis("chart.accuracy"),
        List.of(new Line("he", Texts.get("page.train"), accuracies)));
  }

  /** The spread through the deep network at one scale. */
  String spread(Sweep.Step step) {
    return beside(Texts.get("page.deviation-picture"), step.deviations());
  }

  /** A cost, with four digits. */
  static String show(double cost) {
    return Double.isInfinite(cost) ? "∞" : String.format(Locale.ROOT, "%.4f", cost);
  }
}
