package initlab.grader.grading;

import initlab.grader.assignment.Assignment;
import initlab.grader.assignment.CourseSecret;
import initlab.grader.rubric.Rubric;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a course grades: all that a grade depends on besides the submission and InitLab itself.
 *
 * @param assignment what is graded
 * @param rubric what each check is worth
 * @param allowed types and members that the gate lets through besides what the lab needs
 * @param ungated names of submissions that the gate does not look at
 * @param secret what the questions derive from
 */
public record Policy(
    Assignment assignment,
    Rubric rubric,
    List<String> allowed,
    Set<String> ungated,
    CourseSecret secret) {
  /** An assignment's own rubric, and InitLab's own gate and secret. */
  public static Policy standard(Assignment assignment) {
    Rubric rubric = Rubric.standard(assignment);
    return new Policy(assignment, rubric, List.of(), Set.of(), CourseSecret.builtIn());
  }

  /** Whether a submission may do more than an answer needs. */
  public boolean opensTheGate() {
    return !allowed.isEmpty() || !ungated.isEmpty();
  }

  /**
   * What a submission is allowed beyond what all are, sorted, as it is said on the command line.
   */
  public List<String> allowances(String submission) {
    Stream<String> itself =
        ungated.contains(submission) ? Stream.of("--ungated " + submission) : Stream.empty();
    return Stream.concat(allowed.stream().map(one -> "--allow " + one), itself)
        .distinct()
        .sorted()
        .toList();
  }
}
