package initlab.grader.grading;

import initlab.grader.checks.Exercise;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each check is worth, in the order in which they run.
 *
 * @param checks at least one; a check stands behind those it comes {@code after}
 * @param allOrNothing the exercises that earn nothing unless all their checks pass
 * @param late what lateness costs, if anything
 */
public record Rubric(List<Item> checks, Set<Exercise> allOrNothing, @Nullable LatePolicy late) {
  /**
   * One check of the rubric.
   *
   * @param id exercise.check
   * @param points what it is worth
   * @param bonus whether its points come on top of the 100
   * @param title what it asks, in a few words
   * @param after the ids of the checks that must pass first
   * @param visibility to whom learning platforms show it
   */
  public record Item(
      String id,
      double points,
      boolean bonus,
      String title,
      List<String> after,
      String visibility) {}

  /** The rubric that comes with InitLab. */
  public static Rubric standard() {
    try {
      return RubricReader.read(file("rubric.yaml"), "rubric.yaml", Path.of(""));
    } catch (IOException e) {
      throw new IllegalStateException("the built-in rubric is broken", e);
    }
  }

  /**
   * One of the files that an instructor starts a rubric from: {@code rubric.yaml}, {@code
   * rubric.schema.json}.
   */
  public static byte[] file(String name) throws IOException {
    try (InputStream in = Rubric.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  /**
   * Reads a rubric.
   *
   * @throws InvalidRubricException if it is not a rubric; the message says where and what to do
   */
  public static Rubric read(Path file) throws IOException {
    return RubricReader.read(Files.readAllBytes(file), file.toString(), folder(file));
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file : folder;
  }

  /** The points for a right submission without bonus: 100. */
  public double maxScore() {
    return sum(false);
  }

  /** The points for a right submission. */
  public double maxScoreWithBonus() {
    return maxScore() + sum(true);
  }

  private double sum(boolean bonus) {
    double sum =
        checks.stream().filter(item -> item.bonus() == bonus).mapToDouble(Item::points).sum();
    return Math.round(sum * 100) / 100.0;
  }

  /** A file that is not a rubric. */
  public static final class InvalidRubricException extends IOException {
    private static final long serialVersionUID = 1L;

    InvalidRubricException(String place, String key, Object... values) {
      super(place + ": " + Messages.get(key, values));
    }
  }
}
