package initlab.student;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import initlab.datasets.LabeledPoints;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the lab's page, {@code index.html}, which needs no other file, and pictures beside it. */
final class LabPage {
  private final LabeledPoints points;
  private final LabOptions lab;

  LabPage(LabeledPoints points, LabOptions lab) {
    this.points = points;
    this.lab = lab;
  }

  /**
   * Writes the page.
   *
   * @param results what there is so far
   * @param steps what came of other scales; none if nobody asked
   * @return the page
   */
  Path write(List<LabResult> results, List<Sweep.Step> steps) throws IOException {
    Files.createDirectories(lab.folder);
    new Pictures(points, lab).write(trained(results));
    StringWriter page = new StringWriter();
    try {
      templates().getTemplate("lab.ftlh").process(content(results, steps), page);
    } catch (TemplateException e) {
      throw new IOException("the page's template is broken", e);
    }
    return Files.writeString(lab.folder.resolve("index.html"), page.toString());
  }

  private Map<String, Object> content(List<LabResult> results, List<Sweep.Step> steps) {
    List<LabResult.Trained> trained = trained(results);
    LabCharts charts = new LabCharts(lab);
    Map<String, Object> content = new HashMap<>();
    content.put("text", (TemplateMethodModelEx) LabPage::text);
    content.put("hidden", Arrays.toString(lab.hidden).replaceAll("[\\[\\]]", ""));
    content.put("seed", String.valueOf(lab.seed));
    content.put("iterations", lab.iterations);
    content.put("learningRate", String.valueOf(lab.learningRate));
    content.put("differences", lab.differences());
    content.put("trainings", Initialization.values().length);
    content.put("points", points.size());
    content.put("dots", Plane.dots(points));
    content.put("style", Pictures.style());
    content.put("models", results.stream().map(result -> model(result, charts)).toList());
    content.put("films", trained.stream().map(this::film).toList());
    content.put("costs", charts.costs(trained));
    content.put("deviations", charts.deviations(trained));
    content.put("dead", charts.dead(trained));
    content.put("seen", seen(trained));
    content.put("mistake", charts.mistake(trained));
    content.put("sweep", charts.sweep(steps));
    content.put("steps", steps.stream().map(step -> step(step, charts)).toList());
    return content;
  }

  private static List<LabResult.Trained> trained(List<LabResult> results) {
    return results.stream()
        .filter(LabResult.Trained.class::isInstance)
        .map(LabResult.Trained.class::cast)
        .toList();
  }

  /** A sentence in a template: its key, then its values. */
  private static Object text(List<?> arguments) {
    return Texts.get(
        arguments.get(0).toString(), arguments.stream().skip(1).map(String::valueOf).toArray());
  }

  private Map<String, Object> model(LabResult result, LabCharts charts) {
    Initialization initialization = result.initialization();
    Map<String, Object> model = new HashMap<>();
    model.put("id", initialization.id());
    model.put("title", initialization.title());
    if (result instanceof LabResult.Trained trained) {
      String accuracy = Lab.percent(trained.trainAccuracy());
      List<Double> costs = trained.model().costs();
      model.put("train", accuracy);
      model.put("comment", trained.comment(lab.isTheLabsOwn()));
      model.put("test", Lab.percent(trained.testAccuracy()));
      model.put("firstCost", LabCharts.show(costs.get(0)));
      model.put("lastCost", LabCharts.show(costs.get(costs.size() - 1)));
      model.put("isRight", lab.isTheLabsOwn() && trained.isRight());
      model.put("chart", charts.cost(trained));
      model.put("region", trained.last().region());
    } else if (result instanceof LabResult.Untrained untrained) {
      model.put("missing", untrained.reason());
      model.put("untrained", Texts.get("lab.table.untrained", initialization.exercise));
    }
    return model;
  }

  private Map<String, Object> film(LabResult.Trained trained) {
    List<Map<String, Object>> frames =
        trained.frames().stream()
            .map(
                frame ->
                    Map.<String, Object>of(
                        "iteration", frame.iteration(),
                        "accuracy", Lab.percent(frame.accuracy()),
                        "region", frame.region()))
            .toList();
    return Map.of(
        "id", trained.initialization().id(),
        "title", trained.initialization().title(),
        "frames", frames);
  }

  private static Map<String, Object> step(Sweep.Step step, LabCharts charts) {
    return Map.of(
        "scale", String.valueOf(step.scale()).replaceAll("[.]0$", ""),
        "accuracy", Lab.percent(step.accuracy()),
        "cost", LabCharts.show(step.cost()),
        "chart", charts.spread(step));
  }

  /** What the deep network shows, in a sentence for each of those that are there. */
  private static List<String> seen(List<LabResult.Trained> trained) {
    return trained.stream()
        .filter(result -> !result.signal().deviations().isEmpty())
        .map(
            result ->
                Double.isNaN(result.signal().growth())
                    ? Texts.get("page.no-signal", result.initialization().title())
                    : Texts.get(
                        "page.growth",
                        result.initialization().title(),
                        "%.3g".formatted(result.signal().growth())))
        .toList();
  }

  private static Configuration templates() {
    Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
    templates.setClassForTemplateLoading(LabPage.class, "");
    templates.setDefaultEncoding("UTF-8");
    templates.setLocale(Locale.ENGLISH);
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    return templates;
  }
}
