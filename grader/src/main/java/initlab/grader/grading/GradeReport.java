package initlab.grader.grading;

import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.LatePolicy;
import initlab.grader.rubric.LatePolicy.Lateness;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The complete result of one submission. It always has every check of the rubric.
 *
 * @param submission the submission's name, unique in a run
 * @param student who handed it in
 * @param studentId the platform's id of the student; empty if there is none
 * @param state what became of it
 * @param score the points earned, less what lateness costs
 * @param maxScore the sum of the rubric's points without bonus
 * @param message for the student
 * @param checks in the order of the rubric
 * @param printed what the student's code printed while it was checked
 * @param sourceHash the SHA-256 of the source, in hexadecimal; empty if there is none
 * @param isolation how its code was kept apart: {@code bubblewrap}, or {@code reduced: } and why
 * @param handedIn when it was handed in, if that is known
 * @param late how late that was, if the rubric has a late policy
 * @param pictures what came of it, by file, where pictures are asked for and there is something
 *     wrong; not stored with the rest
 */
public record GradeReport(
    String submission,
    String student,
    String studentId,
    SubmissionState state,
    double score,
    double maxScore,
    String message,
    List<CheckResult> checks,
    String printed,
    String sourceHash,
    String isolation,
    @Nullable Instant handedIn,
    @Nullable Lateness late,
    Map<String, byte[]> pictures) {
  /** What a table may call the one who handed in; of a group, each of them. */
  public Set<String> names() {
    return LatePolicy.names(submission, student, studentId);
  }

  /** The numbers of the exercises that its rubric has checks of. */
  public SortedSet<Integer> exercises() {
    return checks.stream()
        .map(CheckResult::exercise)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The points of one exercise. */
  public double score(int exercise) {
    return checks.stream()
        .filter(check -> check.exercise() == exercise)
        .mapToDouble(CheckResult::score)
        .sum();
  }

  /** The same, handed in at a time; to be scored again. */
  public GradeReport handedInAt(Instant time) {
    return new GradeReport(
        submission,
        student,
        studentId,
        state,
        score,
        maxScore,
        message,
        checks,
        printed,
        sourceHash,
        isolation,
        time,
        null,
        pictures);
  }

  /** Whether every point was earned, late or not. */
  public boolean isPerfect() {
    return state == SubmissionState.GRADED
        && checks.stream().allMatch(check -> check.bonus() || check.score() == check.maxScore());
  }
}
