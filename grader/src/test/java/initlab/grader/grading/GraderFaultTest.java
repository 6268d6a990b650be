package initlab.grader.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.compile.BuildResult;
import initlab.grader.intake.Intake;
import initlab.grader.intake.Submission;
import initlab.grader.lab.WeightLab;
import initlab.grader.rubric.Rubric;
import initlab.grader.sandbox.HarnessFault;
import org.junit.jupiter.api.Test;

class GraderFaultTest {
  private static final Submission RIGHT =
      Intake.read("Initializers.java", GradingKit.SUBMISSIONS.resolve("right/plain"));

  @Test
  void afterAFaultOfOursASubmissionIsGradedAgainAndLosesNothing() {
    try (Grader grader = new Grader(Policy.standard(new WeightLab()))) {
      GradeReport report =
          grader.grade(
              RIGHT,
              () -> {
                throw new HarnessFault("the first compiler did not start", null);
              });
      assertEquals(100, report.score(), () -> GradingKit.problems(report));
    }
  }

  @Test
  void aFaultThatStaysIsAHarnessErrorNotAZeroForTheStudent() {
    Grader grader = new Grader(Policy.standard(new WeightLab()));
    BuildResult built = grader.build(RIGHT);
    grader.close(); // the worker's classes are gone: no worker can start any more
    GradeReport report = grader.grade(RIGHT, () -> built);
    assertEquals(SubmissionState.HARNESS_ERROR, report.state());
    assertTrue(report.message().contains("not to blame"), report.message());
    assertEquals(Rubric.standard(new WeightLab()).checks().size(), report.checks().size());
  }
}
