package initlab.grader.lab;

import initlab.datasets.Circles;
import initlab.grader.assignment.Picture;
import initlab.grader.lab.Plots.Axes;
import initlab.student.network.Model;
import initlab.student.network.TrainingOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures of a training that went another way than the reference's, beside the reference's. */
final class LabPictures {
  static {
    System.setProperty("java.awt.headless", "true");
  }

  /** Some 40 KB each. */
  private static final int REMEMBERED = 250;

  private static final Remembered<Drawn, Map<String, byte[]>> DRAWN = new Remembered<>(REMEMBERED);

  /** The model of a start is remembered, so the same start has the same model here. */
  private record Drawn(LabExercise exercise, Model model) {}

  private LabPictures() {}

  /** The costs, the boundary, and the reference's boundary beside it. */
  static List<Picture> of(LabExercise exercise) {
    String title = LabMessages.get("html.training", exercise.number());
    return List.of(
        new Picture(file(exercise, "cost"), title, LabMessages.get("html.costs"), false),
        new Picture(file(exercise, "boundary"), title, LabMessages.get("html.boundary"), false),
        new Picture(
            file(exercise, "reference"), title, LabMessages.get("html.reference-boundary"), true));
  }

  private static String file(LabExercise exercise, String kind) {
    return "exercise-%d-%s.png".formatted(exercise.number(), kind);
  }

  /** What came of a submission, by file. */
  static Map<String, byte[]> draw(LabExercise exercise, Model model) {
    return DRAWN.get(new Drawn(exercise, model), () -> drawAnew(exercise, model));
  }

  private static Map<String, byte[]> drawAnew(LabExercise exercise, Model model) {
    Map<String, List<Double>> costs = new LinkedHashMap<>();
    costs.put("reference", LabTraining.right(exercise).costs());
    costs.put("submission", model.costs());
    Axes axes = new Axes("Cost", "iteration", TrainingOptions.DEFAULT.costEvery(), "cost", false);
    Map<String, byte[]> drawn = new LinkedHashMap<>();
    drawn.put(file(exercise, "cost"), png(Plots.lines(costs, axes)));
    drawn.put(file(exercise, "boundary"), boundary(model, "Submission"));
    return drawn;
  }

  /** What is the same for all. */
  static byte[] drawReference(LabExercise exercise) {
    return boundary(LabTraining.right(exercise), "Reference");
  }

  private static byte[] boundary(Model model, String title) {
    return png(Plots.decisionBoundary(Circles.train(), model::predict, title));
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array does not fail", e);
    }
    return bytes.toByteArray();
  }
}
