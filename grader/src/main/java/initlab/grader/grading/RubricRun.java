package initlab.grader.grading;

import initlab.grader.assignment.CourseSecret;
import initlab.grader.assignment.Exercise;
import initlab.grader.assignment.Interview;
import initlab.grader.intake.Submission;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.Rubric;
import initlab.grader.sandbox.Callee;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes the checks of a rubric, those first that others come after, and explains what failed. */
public final class RubricRun {
  private static final Submission OWN = new Submission("own", new Submission.Source(""));

  private final CheckRunner runner;
  private final Policy policy;
  private final boolean withPictures;
  private volatile Set<String> passedByTheReference = Set.of();

  /**
   * A run of a policy's rubric.
   *
   * @param withPictures whether what is wrong is drawn
   */
  public RubricRun(Policy policy, boolean withPictures) {
    this.policy = policy;
    this.runner = new CheckRunner(policy.assignment().checks());
    this.withPictures = withPictures;
  }

  /**
   * Asks the methods and puts what becomes of it into a report.
   *
   * @param fresh the methods in another process, or the same, which are restarted then
   */
  public void run(
      Map<Exercise, Callee> methods, Map<Exercise, Callee> fresh, ReportBuilder report) {
    Set<Exercise> asked = asked();
    CourseSecret secret = policy.secret().forSource(report.sourceHash());
    Interview interview = policy.assignment().interview(methods, fresh, asked, secret);
    if (interview.isTheReferences() && theReferencePasses()) {
      pass(report);
      return;
    }
    check(interview, report);
    for (Exercise exercise : asked) {
      if (report.hasFailed(exercise)) {
        explain(exercise, interview, report);
      }
    }
  }

  /** Reports that all is passed. */
  void pass(ReportBuilder report) {
    policy.rubric().checks().forEach(item -> report.add(item, CheckRunner.Outcome.PASSED));
  }

  private boolean theReferencePasses() {
    return policy.rubric().checks().stream().allMatch(i -> passedByTheReference.contains(i.id()));
  }

  /**
   * Makes the checks once on the reference's answers. Whoever gives the same answers passes what
   * these pass; and the first submission is no slower than the next.
   */
  void warmUp() {
    Map<Exercise, Callee> right = policy.assignment().reference();
    Interview interview = policy.assignment().interview(right, right, asked(), policy.secret());
    ReportBuilder report = new ReportBuilder(OWN, policy, "");
    check(interview, report);
    passedByTheReference = report.passed();
  }

  private Set<Exercise> asked() {
    Set<Exercise> asked = new LinkedHashSet<>();
    policy.rubric().checks().forEach(item -> asked.add(exercise(item)));
    return asked;
  }

  private Exercise exercise(Rubric.Item item) {
    return policy.assignment().checks().get(item.id()).exercise();
  }

  /** Wave by wave: whatever waits for no other check is made in one launch. */
  private void check(Interview interview, ReportBuilder report) {
    List<Rubric.Item> left = new ArrayList<>(policy.rubric().checks());
    while (!left.isEmpty()) {
      List<Rubric.Item> wave = new ArrayList<>();
      for (Rubric.Item item : List.copyOf(left)) {
        if (left.stream().noneMatch(other -> item.after().contains(other.id()))) {
          wave.add(item);
        }
      }
      left.removeAll(wave);
      check(wave, interview, report);
    }
  }

  private void check(List<Rubric.Item> wave, Interview interview, ReportBuilder report) {
    Map<String, Rubric.Item> free = new LinkedHashMap<>();
    for (Rubric.Item item : wave) {
      List<String> blockers = report.blockers(item);
      if (blockers.isEmpty()) {
        free.put(item.id(), item);
      } else {
        String by = Scoring.blockedBy(policy.rubric(), blockers);
        report.add(item, new CheckRunner.Outcome(CheckState.BLOCKED, by));
      }
    }
    if (!free.isEmpty()) {
      runner
          .run(free.keySet(), interview)
          .forEach((id, outcome) -> report.add(Objects.requireNonNull(free.get(id)), outcome));
    }
  }

  private void explain(Exercise exercise, Interview interview, ReportBuilder report) {
    report.explain(exercise, policy.assignment().diagnose(exercise, interview));
    if (withPictures) {
      report.add(policy.assignment().draw(exercise, interview, report.passed()));
    }
  }
}
