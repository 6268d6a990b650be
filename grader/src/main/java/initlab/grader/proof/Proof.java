package initlab.grader.proof;

import initlab.grader.assignment.Exercise;
import initlab.grader.grading.GradeReport;
import initlab.grader.grading.Policy;
import initlab.grader.grading.ReportBuilder;
import initlab.grader.grading.RubricRun;
import initlab.grader.intake.Submission;
import initlab.grader.lab.LabExercise;
import initlab.grader.lab.LocalCallee;
import initlab.grader.lab.OwnAnswers;
import initlab.grader.lab.Significance;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.Rubric;
import initlab.grader.rubric.Visibility;
import initlab.grader.sandbox.Callee;
import initlab.reference.KnownMistake;
import initlab.reference.KnownMistakes;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Proves a rubric: grades the reference, the empty stub and every known mistake with its checks, in
 * this process, as all of them are ours.
 */
public final class Proof implements AutoCloseable {
  private final Policy policy;
  private final RubricRun run;
  private final PublicProof publicTests;

  /** A proof of a policy's rubric, with the questions of its secret. */
  public Proof(Policy policy) throws IOException {
    this.policy = policy;
    this.publicTests = new PublicProof();
    this.run = new RubricRun(policy, false);
  }

  /**
   * What became of a known mistake.
   *
   * @param mistake the mistake
   * @param failed the checks that found it
   * @param lost the points it costs in its own exercise
   * @param lostElsewhere the points it costs in the other two
   * @param isRecognised whether the feedback has its hint
   * @param isTold whether a student may read that, wherever the checks run
   * @param passesPublicTests whether the handout's public tests let it pass
   */
  public record Finding(
      KnownMistake mistake,
      List<String> failed,
      double lost,
      double lostElsewhere,
      boolean isRecognised,
      boolean isTold,
      boolean passesPublicTests) {
    /** The id of the check that is meant to find it. */
    public String meant() {
      String id = mistake.id();
      return id.substring(0, id.indexOf('.') + 1) + mistake.check();
    }

    /**
     * Whether it is found by the check meant for it, named, and costs its own exercise alone; and
     * whoever passes the public tests with it is told what is wrong.
     */
    public boolean isAsItShould() {
      return failed.contains(meant())
          && lost > 0
          && lostElsewhere == 0
          && isRecognised
          && (isTold || !passesPublicTests);
    }
  }

  /** The points of the reference: all, if the checks are right. */
  public double reference() {
    return grade(OwnAnswers.callable(OwnAnswers.REFERENCE)).score();
  }

  /** Whether the public tests let the reference pass, and the empty stub in no exercise. */
  public boolean publicTestsTellRightFromEmpty() {
    return Arrays.stream(LabExercise.values())
        .allMatch(
            exercise ->
                publicTests.passes(
                        exercise, Objects.requireNonNull(OwnAnswers.REFERENCE.get(exercise)))
                    && !publicTests.passes(
                        exercise, Objects.requireNonNull(OwnAnswers.STUB.get(exercise))));
  }

  /** The points of the empty stub: none, if the checks are right. */
  public double stub() {
    return grade(OwnAnswers.callable(OwnAnswers.STUB)).score();
  }

  /** How many statistical tests a grading makes of right weights that are not the reference's. */
  public int statisticalTests() {
    Map<LabExercise, Callee> subject = OwnAnswers.callable(OwnAnswers.REFERENCE);
    KnownMistakes.catalogue().stream()
        .filter(mistake -> mistake.kind().equals("java-util-random"))
        .forEach(
            mistake ->
                subject.put(
                    LabExercise.of(mistake.exercise()), new LocalCallee(mistake.initializer())));
    int before = Significance.tests();
    grade(subject);
    return Significance.tests() - before;
  }

  /** The known mistakes. */
  public List<KnownMistake> catalogue() {
    return KnownMistakes.catalogue();
  }

  /** What becomes of a known mistake in an otherwise right submission. */
  public Finding finding(KnownMistake mistake) {
    Map<LabExercise, Callee> subject = OwnAnswers.callable(OwnAnswers.REFERENCE);
    subject.put(LabExercise.of(mistake.exercise()), new LocalCallee(mistake.initializer()));
    GradeReport report = grade(subject);
    String hint = mistake.hint(Locale.getDefault(Locale.Category.DISPLAY));
    List<CheckResult> failed =
        report.checks().stream().filter(check -> check.state() == CheckState.FAILED).toList();
    List<CheckResult> named =
        failed.stream().filter(check -> check.message().contains(hint)).toList();
    return new Finding(
        mistake,
        failed.stream().map(CheckResult::id).toList(),
        lost(report, check -> check.exercise() == mistake.exercise()),
        lost(report, check -> check.exercise() != mistake.exercise()),
        !named.isEmpty(),
        named.stream().anyMatch(check -> check.visibility() != Visibility.HIDDEN),
        publicTests.passes(LabExercise.of(mistake.exercise()), mistake.initializer()));
  }

  private static double lost(GradeReport report, Predicate<CheckResult> which) {
    return report.checks().stream()
        .filter(which)
        .mapToDouble(check -> check.maxScore() - check.score())
        .sum();
  }

  /** The checks of the rubric in its order, each with how many mistakes it alone finds. */
  public Map<String, Long> foundByOneAlone(List<Finding> findings) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Rubric.Item item : policy.rubric().checks()) {
      List<String> alone = List.of(item.id());
      counts.put(
          item.id(), findings.stream().filter(found -> found.failed().equals(alone)).count());
    }
    return counts;
  }

  private GradeReport grade(Map<LabExercise, Callee> subject) {
    Submission submission = new Submission("proof", new Submission.Source(""));
    ReportBuilder report = new ReportBuilder(submission, policy, "none: our own code");
    Map<Exercise, Callee> methods = new LinkedHashMap<>(subject);
    run.run(methods, methods, report);
    return report.build();
  }

  @Override
  public void close() throws IOException {
    publicTests.close();
  }
}
