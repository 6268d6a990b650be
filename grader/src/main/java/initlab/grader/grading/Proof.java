package initlab.grader.grading;

import initlab.grader.checks.Exercise;
import initlab.grader.checks.LocalInitializer;
import initlab.grader.intake.Submission;
import initlab.grader.sandbox.Initializer;
import initlab.reference.KnownMistake;
import initlab.reference.KnownMistakes;
import initlab.reference.ReferenceInitializers;
import initlab.student.Initializers;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Proves a rubric: grades the reference, the empty stub and every known mistake with its checks, in
 * this process, as all of them are ours.
 */
public final class Proof {
  private final Policy policy;
  private final RubricRun run;

  /** A proof of a policy's rubric, with the questions of its secret. */
  public Proof(Policy policy) {
    this.policy = policy;
    this.run = new RubricRun(new CheckRunner(policy.secret()), policy);
  }

  /**
   * What became of a known mistake.
   *
   * @param mistake the mistake
   * @param failed the checks that found it
   * @param lost the points it costs in its own exercise
   * @param lostElsewhere the points it costs in the other two
   * @param isRecognised whether the feedback has its hint
   */
  public record Finding(
      KnownMistake mistake,
      List<String> failed,
      double lost,
      double lostElsewhere,
      boolean isRecognised) {
    /** The id of the check that is meant to find it. */
    public String meant() {
      String id = mistake.id();
      return id.substring(0, id.indexOf('.') + 1) + mistake.check();
    }

    /** Whether it is found by the check meant for it, named, and costs its own exercise alone. */
    public boolean isAsItShould() {
      return failed.contains(meant()) && lost > 0 && lostElsewhere == 0 && isRecognised;
    }
  }

  /** The points of the reference: all, if the checks are right. */
  public double reference() {
    return grade(right()).score();
  }

  /** The points of the empty stub: none, if the checks are right. */
  public double stub() {
    Map<Exercise, Initializer> stub = new EnumMap<>(Exercise.class);
    stub.put(
        Exercise.ZEROS, new LocalInitializer((dims, seed) -> Initializers.initializeZeros(dims)));
    stub.put(Exercise.RANDOM, new LocalInitializer(Initializers::initializeRandom));
    stub.put(Exercise.HE, new LocalInitializer(Initializers::initializeHe));
    return grade(stub).score();
  }

  /** The known mistakes. */
  public List<KnownMistake> catalogue() {
    return KnownMistakes.catalogue();
  }

  /** What becomes of a known mistake in an otherwise right submission. */
  public Finding finding(KnownMistake mistake) {
    Map<Exercise, Initializer> subject = right();
    subject.put(Exercise.of(mistake.exercise()), new LocalInitializer(mistake.initializer()));
    GradeReport report = grade(subject);
    String hint = mistake.hint(Locale.getDefault(Locale.Category.DISPLAY));
    List<CheckResult> failed =
        report.checks().stream().filter(check -> check.state() == CheckState.FAILED).toList();
    return new Finding(
        mistake,
        failed.stream().map(CheckResult::id).toList(),
        lost(report, check -> check.exercise() == mistake.exercise()),
        lost(report, check -> check.exercise() != mistake.exercise()),
        failed.stream().anyMatch(check -> check.message().contains(hint)));
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

  private static Map<Exercise, Initializer> right() {
    Map<Exercise, Initializer> right = new EnumMap<>(Exercise.class);
    right.put(
        Exercise.ZEROS,
        new LocalInitializer((dims, seed) -> ReferenceInitializers.initializeZeros(dims)));
    right.put(Exercise.RANDOM, new LocalInitializer(ReferenceInitializers::initializeRandom));
    right.put(Exercise.HE, new LocalInitializer(ReferenceInitializers::initializeHe));
    return right;
  }

  private GradeReport grade(Map<Exercise, Initializer> subject) {
    Submission submission = new Submission("proof", "proof", new Submission.Source(""));
    ReportBuilder report = new ReportBuilder(submission, policy.rubric(), "none: our own code");
    run.run(subject, report);
    return report.build();
  }
}
