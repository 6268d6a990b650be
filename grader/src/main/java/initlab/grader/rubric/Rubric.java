package initlab.grader.rubric;

import initlab.grader.assignment.Assignment;
import initlab.grader.assignment.Exercise;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  /** The same with another late policy. */
  public Rubric with(LatePolicy late) {
    return new Rubric(checks, allOrNothing, late);
  }

  /**
   * One check of the rubric.
   *
   * @param id exercise.check
   * @param points what it is worth
   * @param bonus whether its points come on top of the 100
   * @param title what it asks, in a few words
   * @param after the ids of the checks that must pass first
   * @param visibility when a student may see it
   */
  public record Item(
      String id,
      double points,
      boolean bonus,
      String title,
      List<String> after,
      Visibility visibility) {}

  /** The rubric that comes with an assignment. */
  public static Rubric standard(Assignment assignment) {
    try {
      byte[] yaml = assignment.rubricFile("rubric.yaml");
      return RubricReader.read(assignment, yaml, "rubric.yaml", Path.of(""));
    } catch (IOException e) {
      throw new IllegalStateException("the built-in rubric is broken", e);
    }
  }

  /**
   * Reads a rubric of an assignment.
   *
   * @throws InvalidRubricException if it is not a rubric; the message says where and what to do
   */
  public static Rubric read(Path file, Assignment assignment) throws IOException {
    return RubricReader.read(assignment, Files.readAllBytes(file), file.toString(), folder(file));
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
  public static final class InvalidRubricException extends UsageException {
    private static final long serialVersionUID = 1L;

    InvalidRubricException(String place, String key, Object... values) {
      super(new Place(place), key, values);
    }
  }
}
