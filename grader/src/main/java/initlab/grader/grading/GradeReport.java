package initlab.grader.grading;

import initlab.grader.intake.Identity;
import initlab.grader.intake.Submission;
import initlab.grader.intake.Submission.Source;
import initlab.grader.rubric.Adjustment;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.LatePolicy.Lateness;
import initlab.grader.text.Text;
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
 * @param submitted what was graded
 * @param outcome what became of it
 * @param checks in the order of the rubric
 * @param conditions under which it was graded
 * @param traces what its code left
 */
public record GradeReport(
    Submitted submitted,
    Outcome outcome,
    List<CheckResult> checks,
    Conditions conditions,
    Traces traces) {
  /**
   * What was graded.
   *
   * @param name the submission's name, unique in a run
   * @param who who handed it in
   * @param handedIn when, if that is known
   * @param sourceHash the SHA-256 of the source, in hexadecimal; empty if there is none
   * @param notices what a teacher should know of how the source was found, a sentence each
   */
  public record Submitted(
      String name,
      Identity who,
      @Nullable Instant handedIn,
      String sourceHash,
      List<String> notices) {
    /** A submission, cleaned. */
    public static Submitted of(Submission submission) {
      List<String> notices =
          submission.content() instanceof Source source ? source.notices() : List.of();
      return new Submitted(
          submission.name(),
          submission.who().cleaned(),
          submission.handedIn(),
          SourceHash.of(submission),
          notices.stream().map(Text::clean).toList());
    }

    /** The same, handed in at a time. */
    public Submitted at(Instant time) {
      return new Submitted(name, who, time, sourceHash, notices);
    }
  }

  /**
   * What became of it.
   *
   * @param state the kind of result
   * @param message for the student
   * @param score the points
   */
  public record Outcome(SubmissionState state, String message, Score score) {}

  /**
   * Points.
   *
   * @param points all that is taken into account
   * @param max the sum of the rubric's points without bonus
   * @param automatic the points without a teacher's adjustments
   * @param late how late it was, if the rubric has a late policy
   * @param adjustments a teacher's, in their order
   */
  public record Score(
      double points,
      double max,
      double automatic,
      @Nullable Lateness late,
      List<Adjustment> adjustments) {}

  /**
   * Under which it was graded.
   *
   * @param isolation how its code was kept apart: {@code bubblewrap}, or {@code reduced: } and why
   * @param settings a digest of what else a result depends on; empty outside a run
   * @param allowances what it was allowed beyond what all are
   */
  public record Conditions(String isolation, String settings, List<String> allowances) {
    /** Whether its code was kept apart less well than it could be. */
    public boolean areReduced() {
      return isolation.startsWith("reduced");
    }
  }

  /**
   * What its code left.
   *
   * @param printed what it printed while it was checked
   * @param pictures what came of it, by file, where pictures are asked for and there is something
   *     wrong; not stored with the rest
   */
  public record Traces(String printed, Map<String, byte[]> pictures) {}

  /** The submission's name. */
  public String submission() {
    return submitted.name();
  }

  /** Who handed in, by name. */
  public String student() {
    return submitted.who().name();
  }

  /** Who handed in, by id; empty if there is none. */
  public String studentId() {
    return submitted.who().id();
  }

  /** When it was handed in, if that is known. */
  public @Nullable Instant handedIn() {
    return submitted.handedIn();
  }

  /** The kind of result. */
  public SubmissionState state() {
    return outcome.state();
  }

  /** A message for the student. */
  public String message() {
    return outcome.message();
  }

  /** The points. */
  public double score() {
    return outcome.score().points();
  }

  /** The most points without bonus. */
  public double maxScore() {
    return outcome.score().max();
  }

  /** How late it was, if the rubric has a late policy. */
  public @Nullable Lateness late() {
    return outcome.score().late();
  }

  /** What a teacher changed. */
  public List<Adjustment> adjustments() {
    return outcome.score().adjustments();
  }

  /** What its code printed. */
  public String printed() {
    return traces.printed();
  }

  /** How its code was kept apart. */
  public String isolation() {
    return conditions.isolation();
  }

  /** What a table may call the one who handed in; of a group, each of them. */
  public Set<String> names() {
    return submitted.who().names(submitted.name());
  }

  /** The numbers of the exercises that its rubric has checks of. */
  public SortedSet<Integer> exercises() {
    return checks.stream()
        .map(CheckResult::exercise)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The points of one exercise, as a teacher adjusted them, before what lateness costs. */
  public double score(int exercise) {
    double points =
        checks.stream()
            .filter(check -> check.exercise() == exercise)
            .mapToDouble(CheckResult::score)
            .sum();
    for (Adjustment adjustment : adjustments()) {
      points = adjustment.exercise() == exercise ? adjustment.applied(points) : points;
    }
    return points;
  }

  /** The same of another submission with the same source; to be scored again. */
  public GradeReport of(Submitted submitted) {
    return new GradeReport(submitted, outcome, checks, conditions, traces);
  }

  /** The same with a teacher's adjustments; to be scored again. */
  public GradeReport adjusted(List<Adjustment> adjustments) {
    Score old = outcome.score();
    Score score = new Score(old.points(), old.max(), old.automatic(), old.late(), adjustments);
    return with(new Outcome(outcome.state(), outcome.message(), score), checks);
  }

  /** The same, graded under settings. */
  public GradeReport under(String settings) {
    Conditions now = new Conditions(conditions.isolation(), settings, conditions.allowances());
    return new GradeReport(submitted, outcome, checks, now, traces);
  }

  /** The same with another outcome. */
  GradeReport with(Outcome outcome, List<CheckResult> checks) {
    return new GradeReport(submitted, outcome, checks, conditions, traces);
  }

  /** Whether every point was earned, late or not. */
  public boolean isPerfect() {
    return state() == SubmissionState.GRADED
        && checks.stream().allMatch(check -> check.bonus() || check.score() == check.maxScore());
  }
}
