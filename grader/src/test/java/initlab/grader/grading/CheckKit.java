package initlab.grader.grading;

import initlab.grader.assignment.CourseSecret;
import initlab.grader.grading.CheckRunner.Outcome;
import initlab.grader.lab.LabExercise;
import initlab.grader.lab.LabInterview;
import initlab.grader.lab.LocalCallee;
import initlab.grader.lab.WeightLab;
import initlab.grader.sandbox.Callee;
import initlab.reference.KnownMistake;
import initlab.reference.KnownMistakes;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes one check of one method, without a rubric and without a worker. */
final class CheckKit {
  private static final CheckRunner RUNNER = new CheckRunner(new WeightLab().checks());

  private CheckKit() {}

  static Outcome run(String check, Callee method) {
    return run(check, method, CourseSecret.builtIn());
  }

  static Outcome run(String check, Callee method, CourseSecret secret) {
    LabExercise exercise = (LabExercise) new WeightLab().checks().get(check).exercise();
    Map<LabExercise, Callee> methods = Map.of(exercise, method);
    LabInterview interview = LabInterview.hold(methods, methods, List.of(exercise), secret);
    return Objects.requireNonNull(RUNNER.run(List.of(check), interview).get(check));
  }

  static Callee answer(KnownMistake.Initializer initializer) {
    return new LocalCallee(initializer);
  }

  static KnownMistake known(String id) {
    return KnownMistakes.catalogue().stream()
        .filter(mistake -> mistake.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static Callee mistake(String id) {
    return answer(known(id).initializer());
  }
}
