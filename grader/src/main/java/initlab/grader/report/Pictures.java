package initlab.grader.report;

import initlab.datasets.Circles;
import initlab.grader.checks.Exercise;
import initlab.grader.checks.LabTraining;
import initlab.grader.files.AtomicFile;
import initlab.grader.grading.GradeReport;
import initlab.grader.text.Messages;
import initlab.student.network.Model;
import initlab.student.network.Plots;
import initlab.student.network.Plots.Axes;
import initlab.student.network.TrainingOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures of a training that went another way than the reference's, beside the reference's. */
final class Pictures {
  static {
    System.setProperty("java.awt.headless", "true");
  }

  private final Map<Exercise, String> reference = new EnumMap<>(Exercise.class);

  /** Draws what came of a submission into its folder. */
  static void write(Path folder, GradeReport report) throws IOException {
    for (Map.Entry<Integer, Model> entry : report.models().entrySet()) {
      Exercise exercise = Exercise.of(entry.getKey());
      Model model = entry.getValue();
      Map<String, List<Double>> costs = new LinkedHashMap<>();
      costs.put("reference", LabTraining.right(exercise).costs());
      costs.put("submission", model.costs());
      Axes axes = new Axes("Cost", "iteration", TrainingOptions.DEFAULT.costEvery(), "cost", false);
      AtomicFile.write(file(folder, exercise, "cost"), png(Plots.lines(costs, axes)));
      AtomicFile.write(file(folder, exercise, "boundary"), boundary(model, "Submission"));
    }
  }

  private static Path file(Path folder, Exercise exercise, String kind) {
    return folder.resolve("exercise-%d-%s.png".formatted(exercise.number(), kind));
  }

  private static byte[] boundary(Model model, String title) throws IOException {
    return png(Plots.decisionBoundary(Circles.train(), model::predict, title));
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  /** Every file that {@link #write} may leave in a folder. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Exercise exercise : Exercise.values()) {
      for (String kind : List.of("cost", "boundary")) {
        names.add(file(Path.of(""), exercise, kind).toString());
      }
    }
    return names;
  }

  /** The pictures of a submission for its page, as addresses that hold them, with their texts. */
  List<Map<String, Object>> of(Path folder) throws IOException {
    List<Map<String, Object>> pictures = new ArrayList<>();
    for (Exercise exercise : Exercise.values()) {
      Path cost = file(folder, exercise, "cost");
      Path boundary = file(folder, exercise, "boundary");
      if (isFile(cost) && isFile(boundary)) {
        pictures.add(
            Map.of(
                "title",
                Messages.get("html.training", exercise.number()),
                "images",
                List.of(
                    image(data(Files.readAllBytes(cost)), "html.costs"),
                    image(data(Files.readAllBytes(boundary)), "html.boundary"),
                    image(reference(exercise), "html.reference-boundary"))));
      }
    }
    return pictures;
  }

  private static boolean isFile(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private String reference(Exercise exercise) throws IOException {
    String known = reference.get(exercise);
    if (known == null) {
      known = data(boundary(LabTraining.right(exercise), "Reference"));
      reference.put(exercise, known);
    }
    return known;
  }

  private static Map<String, Object> image(String data, String key) {
    return Map.of("data", data, "alt", Messages.get(key));
  }

  private static String data(byte[] png) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }
}
