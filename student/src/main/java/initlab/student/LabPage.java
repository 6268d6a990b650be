package initlab.student;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import initlab.datasets.LabeledPoints;
import initlab.student.network.Plots;
import initlab.student.network.Plots.Axes;
import initlab.student.network.TrainingOptions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/** Writes the lab's pictures (PNG) and the page that shows the three side by side. */
final class LabPage {
  private final LabeledPoints points;
  private final LabOptions lab;
  private final TrainingOptions options;

  LabPage(LabeledPoints points, LabOptions lab) {
    this.points = points;
    this.lab = lab;
    this.options = lab.training();
  }

  /**
   * Writes {@code index.html} and its pictures.
   *
   * @return the page
   */
  Path write(List<LabResult> results) throws IOException {
    Path folder = lab.folder;
    Files.createDirectories(folder);
    save(
        Plots.data(points, "Training data: %d points".formatted(points.size())),
        folder,
        "data.png");
    for (LabResult result : results) {
      if (result instanceof LabResult.Trained trained) {
        savePictures(trained, folder);
      }
    }
    saveComparisons(results, folder);
    Path page = folder.resolve("index.html");
    try (Writer writer = Files.newBufferedWriter(page)) {
      templates().getTemplate("lab.ftlh").process(content(results), writer);
    } catch (TemplateException e) {
      throw new IOException("the page's template is broken", e);
    }
    return page;
  }

  private void savePictures(LabResult.Trained result, Path folder) throws IOException {
    Initialization initialization = result.initialization();
    String name = initialization.fileName();
    String title = "Model with " + initialization.pictureTitle;
    save(
        Plots.costCurve(
            result.model().costs(),
            options.costEvery(),
            "Cost with "
                + initialization.pictureTitle
                + ", learning rate "
                + options.learningRate()),
        folder,
        name + "-cost.png");
    save(
        Plots.decisionBoundary(points, result.model()::predict, title),
        folder,
        name + "-boundary.png");
  }

  /** The pictures that show all three at once. */
  private void saveComparisons(List<LabResult> results, Path folder) throws IOException {
    Map<String, List<Double>> costs = new LinkedHashMap<>();
    Map<String, List<Double>> deviations = new LinkedHashMap<>();
    Map<String, List<Double>> deadShares = new LinkedHashMap<>();
    for (LabResult result : results) {
      if (result instanceof LabResult.Trained trained) {
        String title = trained.initialization().pictureTitle;
        costs.put(title, trained.model().costs());
        if (!trained.signal().deviations().isEmpty()) {
          deviations.put(title, trained.signal().deviations());
          deadShares.put(title, trained.signal().deadShares());
        }
      }
    }
    if (costs.isEmpty()) {
      return;
    }
    save(
        Plots.lines(
            costs, new Axes("Cost of all three", "iteration", options.costEvery(), "cost", false)),
        folder,
        "costs.png");
    save(
        Plots.lines(
            deviations,
            new Axes("Deep network: activations", "layer", 1, "standard deviation", true)),
        folder,
        "deep-deviation.png");
    save(
        Plots.lines(
            deadShares,
            new Axes("Deep network: dead neurons", "layer", 1, "share that is always 0", false)),
        folder,
        "deep-dead.png");
  }

  private static void save(BufferedImage image, Path folder, String name) throws IOException {
    if (!ImageIO.write(image, "png", folder.resolve(name).toFile())) {
      throw new IOException("this Java cannot write PNG pictures");
    }
  }

  private Map<String, Object> content(List<LabResult> results) {
    TemplateMethodModelEx text = LabPage::text;
    return Map.of(
        "text",
        text,
        "hidden",
        Arrays.toString(lab.hidden).replaceAll("[\\[\\]]", ""),
        "seed",
        String.valueOf(lab.seed),
        "anyTrained",
        results.stream().anyMatch(LabResult.Trained.class::isInstance),
        "points",
        points.size(),
        "iterations",
        options.iterations(),
        "learningRate",
        String.valueOf(options.learningRate()),
        "models",
        results.stream().map(this::model).toList());
  }

  /** A sentence in a template: its key, then its values. */
  private static Object text(List<?> arguments) {
    return Texts.get(
        arguments.get(0).toString(), arguments.stream().skip(1).map(String::valueOf).toArray());
  }

  private Map<String, Object> model(LabResult result) {
    Initialization initialization = result.initialization();
    Map<String, Object> model = new HashMap<>();
    model.put("title", initialization.title());
    model.put("file", initialization.fileName());
    if (result instanceof LabResult.Trained trained) {
      model.put("train", Lab.percent(trained.trainAccuracy()));
      model.put(
          "comment",
          initialization.comment(Lab.percent(trained.trainAccuracy()), lab.isTheLabsOwn()));
      model.put("test", Lab.percent(trained.testAccuracy()));
      model.put("firstCost", cost(trained.model().costs().get(0)));
      model.put("lastCost", cost(trained.model().costs().get(trained.model().costs().size() - 1)));
    } else if (result instanceof LabResult.Untrained untrained) {
      model.put("missing", untrained.reason());
      model.put("untrained", Texts.get("lab.table.untrained", initialization.exercise));
    }
    return model;
  }

  private static String cost(double cost) {
    return Double.isInfinite(cost) ? "∞" : String.format(Locale.ROOT, "%.4f", cost);
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
