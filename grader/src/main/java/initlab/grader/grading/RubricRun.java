package initlab.grader.grading;

import initlab.grader.checks.Diagnosis;
import initlab.grader.checks.Exercise;
import initlab.grader.checks.LabTraining;
import initlab.grader.sandbox.Initializer;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the checks of a rubric, in its order, and explains what failed. */
final class RubricRun {
  private final CheckRunner runner;
  private final Policy policy;
  private final boolean withModels;

  /**
   * A run of a policy's rubric.
   *
   * @param withModels whether networks are trained from what is wrong, to be drawn
   */
  RubricRun(CheckRunner runner, Policy policy, boolean withModels) {
    this.runner = runner;
    this.policy = policy;
    this.withModels = withModels;
  }

  /** Checks the three methods and puts what becomes of it into a report. */
  void run(Map<Exercise, Initializer> methods, ReportBuilder report) {
    for (Rubric.Item item : policy.rubric().checks()) {
      endAllBut(CheckCatalog.get(item.id()).exercise(), methods);
      report.add(item, outcome(item, methods, report));
    }
    for (Exercise exercise : Exercise.values()) {
      if (report.hasFailed(exercise)) {
        endAllBut(exercise, methods);
        Initializer method = Objects.requireNonNull(methods.get(exercise));
        report.explain(exercise, Diagnosis.of(exercise, method, policy.secret()));
        if (withModels && report.hasPassed(exercise, "shapes")) {
          LabTraining.of(exercise, method).ifPresent(model -> report.add(exercise, model));
        }
      }
    }
  }

  /** One worker at a time: three would not fit into a small container. */
  private static void endAllBut(Exercise needed, Map<Exercise, Initializer> methods) {
    methods.forEach(
        (exercise, method) -> {
          if (exercise != needed) {
            method.restart();
          }
        });
  }

  /** A call that ended badly is tried again alone, in a fresh process, before it is recorded. */
  private CheckRunner.Outcome outcome(
      Rubric.Item item, Map<Exercise, Initializer> methods, ReportBuilder report) {
    List<String> blockers = report.blockers(item);
    if (!blockers.isEmpty()) {
      return new CheckRunner.Outcome(
          CheckState.BLOCKED, Scoring.blockedBy(policy.rubric(), blockers));
    }
    CheckRunner.Outcome outcome = runner.run(item.id(), methods);
    if (outcome.state() != CheckState.TIMEOUT && outcome.state() != CheckState.ERROR) {
      return outcome;
    }
    methods.values().forEach(Initializer::restart);
    return runner.run(item.id(), methods);
  }
}
