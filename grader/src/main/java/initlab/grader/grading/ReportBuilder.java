package initlab.grader.grading;

import initlab.grader.assignment.Diagnosis;
import initlab.grader.assignment.Exercise;
import initlab.grader.grading.GradeReport.Conditions;
import initlab.grader.grading.GradeReport.Outcome;
import initlab.grader.grading.GradeReport.Score;
import initlab.grader.grading.GradeReport.Submitted;
import initlab.grader.grading.GradeReport.Traces;
import initlab.grader.grading.Scoring.NotGradedException;
import initlab.grader.intake.Submission;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.Rubric;
import initlab.grader.sandbox.HarnessFault;
import initlab.grader.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gathers a report. Every check stands in it as not run from the beginning. */
public final class ReportBuilder {
  private final Submission submission;
  private final Policy policy;
  private final String isolation;
  private final Map<String, CheckResult> results = new LinkedHashMap<>();
  private final Map<String, byte[]> pictures = new TreeMap<>();
  private final StringBuilder printed = new StringBuilder();

  /** The report of a submission under a policy. */
  public ReportBuilder(Submission submission, Policy policy, String isolation) {
    this.submission = submission;
    this.policy = policy;
    this.isolation = isolation;
    policy
        .rubric()
        .checks()
        .forEach(item -> add(item, new CheckRunner.Outcome(CheckState.NOT_RUN, "")));
  }

  String sourceHash() {
    return SourceHash.of(submission);
  }

  void add(Rubric.Item item, CheckRunner.Outcome outcome) {
    Exercise exercise = policy.assignment().checks().get(item.id()).exercise();
    results.put(
        item.id(),
        new CheckResult(
            item.id(),
            exercise.number(),
            item.title(),
            outcome.state(),
            0,
            item.points(),
            item.bonus(),
            item.visibility(),
            outcome.message(),
            null));
  }

  /** The checks that keep one from being made: those that failed, or that are blocked as well. */
  List<String> blockers(Rubric.Item item) {
    return Scoring.blockers(item, results);
  }

  /** Whether a check of the exercise found a mistake. */
  boolean hasFailed(Exercise exercise) {
    return results.values().stream().anyMatch(result -> isFailure(result, exercise));
  }

  private static boolean isFailure(CheckResult result, Exercise exercise) {
    return result.exercise() == exercise.number() && result.state() == CheckState.FAILED;
  }

  /** Adds what is known of a mistake: its id to each failed check, its text to the first. */
  void explain(Exercise exercise, Diagnosis diagnosis) {
    if (diagnosis.ids().isEmpty()) {
      return;
    }
    String text = "\n" + diagnosis.text();
    for (CheckResult result : List.copyOf(results.values())) {
      if (isFailure(result, exercise)) {
        results.put(result.id(), result.withHint(diagnosis.ids().get(0), text));
        text = "";
      }
    }
  }

  /** The ids of the checks that passed. */
  Set<String> passed() {
    return results.values().stream()
        .filter(result -> result.state() == CheckState.PASSED)
        .map(CheckResult::id)
        .collect(Collectors.toSet());
  }

  void add(Map<String, byte[]> drawn) {
    pictures.putAll(drawn);
  }

  void addPrinted(String text) {
    printed.append(Text.cleanLines(text));
    if (!text.isEmpty()) {
      printed.append('\n');
    }
  }

  /** The report of a submission whose checks ran; scoring counts those that passed. */
  public GradeReport build() {
    return build(SubmissionState.GRADED, "");
  }

  /** The report of a submission in a state, with a message for the student. */
  GradeReport build(SubmissionState state, String message) {
    GradeReport report =
        new GradeReport(
            Submitted.of(submission),
            new Outcome(
                state,
                Text.cleanLines(message),
                new Score(0, policy.rubric().maxScore(), 0, null, List.of())),
            List.copyOf(results.values()),
            new Conditions(isolation, "", policy.allowances(submission.name())),
            new Traces(printed.toString(), pictures));
    try {
      return Scoring.score(policy.rubric(), report);
    } catch (NotGradedException e) {
      throw new HarnessFault("a report lacks a check of its own rubric", e);
    }
  }
}
