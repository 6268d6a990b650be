package initlab.grader.grading;

import java.util.List;

/**
 * The complete result of one submission. It always has every check of the rubric.
 *
 * @param submission the submission's name, unique in a run
 * @param student who handed it in
 * @param state what became of it
 * @param score the points earned
 * @param maxScore the sum of the rubric's points
 * @param message for the student
 * @param checks in the order of the rubric
 * @param printed what the student's code printed while it was checked
 * @param sourceHash the SHA-256 of the source, in hexadecimal; empty if there is none
 * @param isolation how its code was kept apart: {@code bubblewrap}, or {@code reduced: } and why
 */
public record GradeReport(
    String submission,
    String student,
    SubmissionState state,
    double score,
    double maxScore,
    String message,
    List<CheckResult> checks,
    String printed,
    String sourceHash,
    String isolation) {
  /** The points of one exercise, 1, 2 or 3. */
  public double score(int exercise) {
    return checks.stream()
        .filter(check -> check.exercise() == exercise)
        .mapToDouble(CheckResult::score)
        .sum();
  }

  /** Whether every point was earned. */
  public boolean isPerfect() {
    return state == SubmissionState.GRADED && score == maxScore;
  }
}
