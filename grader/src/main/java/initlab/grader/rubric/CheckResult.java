package initlab.grader.rubric;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * What became of one check; its components are the keys in result files.
 *
 * @param id exercise.check, as in the rubric
 * @param exercise 1, 2 or 3
 * @param title what the check asks, in a few words
 * @param state what became of it
 * @param score the points earned
 * @param maxScore the points it is worth
 * @param bonus whether its points come on top of the maximum
 * @param visibility when a student may see it
 * @param message for the student; empty if there is nothing to say
 * @param hint the id of a recognised mistake
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record CheckResult(
    String id,
    int exercise,
    String title,
    CheckState state,
    double score,
    double maxScore,
    boolean bonus,
    Visibility visibility,
    String message,
    @Nullable String hint) {
  /** The same with a recognised mistake, and more to say about it. */
  public CheckResult withHint(String id, String more) {
    return new CheckResult(
        this.id, exercise, title, state, score, maxScore, bonus, visibility, message + more, id);
  }

  /** The same with other points earned. */
  public CheckResult withScore(double points) {
    return new CheckResult(
        id, exercise, title, state, points, maxScore, bonus, visibility, message, hint);
  }
}
