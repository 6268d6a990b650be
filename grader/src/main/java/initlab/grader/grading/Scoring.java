package initlab.grader.grading;

import initlab.grader.grading.GradeReport.Outcome;
import initlab.grader.grading.GradeReport.Score;
import initlab.grader.rubric.Adjustment;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.LatePolicy;
import initlab.grader.rubric.LatePolicy.Lateness;
import initlab.grader.rubric.Rubric;
import initlab.grader.rubric.Rubric.Item;
import initlab.grader.rubric.Visibility;
import initlab.grader.text.Messages;
import initlab.grader.text.UsageException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns what became of the checks into points: a function of a report and a rubric alone, so that a
 * stored report can be scored again with another rubric, without running anyone's code.
 */
public final class Scoring {
  private Scoring() {}

  /**
   * A report with the points of a rubric, and its titles and visibilities.
   *
   * @throws NotGradedException if the report does not tell what became of one of its checks
   */
  public static GradeReport score(Rubric rubric, GradeReport report) {
    Map<String, CheckResult> known = new LinkedHashMap<>();
    report.checks().forEach(check -> known.put(check.id(), check));
    Map<String, CheckResult> now = new LinkedHashMap<>();
    for (Item item : rubric.checks()) {
      now.put(item.id(), result(rubric, item, known.get(item.id()), now, report));
    }
    List<CheckResult> checks = new ArrayList<>();
    for (CheckResult check : now.values()) {
      checks.add(losesAll(rubric, check, now) ? check.withScore(0) : check);
    }
    return withScore(rubric, report, checks);
  }

  /** Says what must pass first, by its title; what is hidden is not named. */
  static String blockedBy(Rubric rubric, List<String> blockers) {
    String names =
        rubric.checks().stream()
            .filter(item -> blockers.contains(item.id()))
            .map(
                item ->
                    item.visibility() == Visibility.HIDDEN
                        ? Messages.get("report.hidden-check")
                        : Messages.get("report.quoted", item.title()))
            .distinct()
            .collect(Collectors.joining(", "));
    return Messages.get("report.blocked", names);
  }

  private static CheckResult result(
      Rubric rubric,
      Item item,
      @Nullable CheckResult stored,
      Map<String, CheckResult> now,
      GradeReport report) {
    if (stored == null) {
      throw new NotGradedException(report.submission(), item.id());
    }
    List<String> blockers = blockers(item, now);
    boolean isBlocked = report.state() == SubmissionState.GRADED && !blockers.isEmpty();
    if (!isBlocked && stored.state() == CheckState.BLOCKED) {
      throw new NotGradedException(report.submission(), item.id());
    }
    return isBlocked
        ? result(item, stored, CheckState.BLOCKED, blockedBy(rubric, blockers), null)
        : result(item, stored, stored.state(), stored.message(), stored.hint());
  }

  private static CheckResult result(
      Item item, CheckResult stored, CheckState state, String message, @Nullable String hint) {
    return new CheckResult(
        item.id(),
        stored.exercise(),
        item.title(),
        state,
        state == CheckState.PASSED ? item.points() : 0,
        item.points(),
        item.bonus(),
        item.visibility(),
        message,
        hint);
  }

  /** The checks that keep one from being made: those that failed, or that are blocked as well. */
  static List<String> blockers(Item item, Map<String, CheckResult> results) {
    Map<Boolean, List<String>> missing =
        item.after().stream()
            .filter(id -> state(id, results) != CheckState.PASSED)
            .collect(Collectors.partitioningBy(id -> state(id, results) == CheckState.BLOCKED));
    List<String> failed = Objects.requireNonNull(missing.get(false));
    return failed.isEmpty() ? Objects.requireNonNull(missing.get(true)) : failed;
  }

  private static CheckState state(String id, Map<String, CheckResult> results) {
    return Objects.requireNonNull(results.get(id)).state();
  }

  private static boolean losesAll(
      Rubric rubric, CheckResult check, Map<String, CheckResult> results) {
    return rubric.allOrNothing().stream().anyMatch(e -> e.number() == check.exercise())
        && results.values().stream()
            .filter(other -> other.exercise() == check.exercise() && !other.bonus())
            .anyMatch(other -> other.state() != CheckState.PASSED);
  }

  private static GradeReport withScore(
      Rubric rubric, GradeReport report, List<CheckResult> checks) {
    LatePolicy policy = rubric.late();
    Instant handedIn = report.handedIn();
    Lateness late = policy == null || handedIn == null ? null : policy.of(report.names(), handedIn);
    double kept = late == null ? 1 : 1 - late.percent() / 100;
    double earned = checks.stream().mapToDouble(CheckResult::score).sum();
    Score score =
        new Score(
            adjusted(report.with(report.outcome(), checks), kept),
            rubric.maxScore(),
            rounded(earned * kept),
            late,
            report.adjustments());
    return report.with(new Outcome(report.state(), message(report, checks), score), checks);
  }

  /**
   * The points that a teacher's adjustments make of those of the checks.
   *
   * @param kept the part of them that lateness leaves
   */
  private static double adjusted(GradeReport report, double kept) {
    double points = rounded(report.exercises().stream().mapToDouble(report::score).sum() * kept);
    for (Adjustment adjustment : report.adjustments()) {
      points = adjustment.exercise() == 0 ? adjustment.applied(points) : points;
    }
    if (points < 0) {
      throw new UsageException("adjust.below-zero", report.submission(), rounded(points));
    }
    return rounded(points);
  }

  /** Another rubric may ask for other checks, or block some. */
  private static String message(GradeReport report, List<CheckResult> checks) {
    long passed = checks.stream().filter(check -> check.state() == CheckState.PASSED).count();
    return report.state() == SubmissionState.GRADED
        ? Messages.get("report.passed", passed, checks.size())
        : report.message();
  }

  /** Points in hundredths, so that what is shown is what is stored. */
  private static double rounded(double points) {
    return BigDecimal.valueOf(points).setScale(2, RoundingMode.HALF_UP).doubleValue();
  }

  /** A stored report does not tell what became of a check of the rubric. */
  public static final class NotGradedException extends UsageException {
    private static final long serialVersionUID = 1L;

    NotGradedException(String submission, String check) {
      super("rescore.not-graded", submission, check);
    }
  }
}
