package initlab.grader.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.assignment.Assignment;
import initlab.grader.compile.BuildResult;
import initlab.grader.intake.Intake;
import initlab.grader.intake.Submission;
import initlab.grader.lab.WeightLab;
import initlab.grader.rubric.Rubric;
import initlab.grader.sandbox.HarnessFault;
import java.lang.reflect.Proxy;
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
    try (Grader grader = new Grader(Policy.standard(withABug(new WeightLab())))) {
      GradeReport report = grader.grade(RIGHT);
      assertEquals(SubmissionState.HARNESS_ERROR, report.state());
      assertTrue(report.message().contains("not to blame"), report.message());
      assertTrue(report.message().contains("a bug of ours"), report.message());
      assertEquals(Rubric.standard(new WeightLab()).checks().size(), report.checks().size());
    }
  }

  @Test
  void aGradingThatIsInterruptedHasNoResultThatCouldBeKept() {
    Grader grader = new Grader(Policy.standard(new WeightLab()));
    BuildResult built = grader.build(RIGHT);
    grader.close();
    assertThrows(HarnessFault.class, () -> grader.grade(RIGHT, () -> built));
  }

  private static Assignment withABug(Assignment right) {
    return (Assignment)
        Proxy.newProxyInstance(
            Assignment.class.getClassLoader(),
            new Class<?>[] {Assignment.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("interview")) {
                throw new IllegalStateException("a bug of ours");
              }
              return method.invoke(right, arguments);
            });
  }
}
