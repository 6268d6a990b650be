package initlab.grader.run;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.GradeReport.Submitted;
import initlab.grader.grading.Policy;
import initlab.grader.grading.Scoring;
import initlab.grader.grading.Scoring.NotGradedException;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Submission;
import initlab.grader.intake.Submission.Source;
import initlab.grader.report.Points;
import initlab.grader.rubric.Adjustment;
import initlab.grader.text.Text;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Decides which results still hold, and why the others do not. */
final class Takeover {
  private final Policy policy;
  private final String settings;
  private final RunOptions options;
  private final Map<String, Kept> kept = new TreeMap<>();
  private final Map<Reason, List<String>> reasons = new EnumMap<>(Reason.class);
  private final List<Submission> toGrade = new ArrayList<>();
  private Map<String, List<Adjustment>> adjustments = Map.of();

  /**
   * A result that holds.
   *
   * @param report as it is now: of another student perhaps, or with other points
   * @param place where it lies
   */
  record Kept(GradeReport report, ResultFiles place) {}

  Takeover(Policy policy, String settings, RunOptions options) {
    this.policy = policy;
    this.settings = settings;
    this.options = options;
  }

  /**
   * Goes through a class.
   *
   * @param places where results may lie, the newest first
   * @throws UsageException if results would be lost that no one said may be
   */
  void decide(List<Submission> course, List<Submission> submissions, List<ResultFiles> places)
      throws IOException {
    ResultFiles last = places.get(places.size() - 1);
    adjust(course, last);
    for (Submission submission : submissions) {
      add(reason(submission, places), submission);
    }
    Set<String> gone = new TreeSet<>(last.names());
    submissions.forEach(submission -> gone.remove(submission.name()));
    for (String name : gone) {
      others(name, last);
    }
    requireNothingIsLost();
  }

  private Reason reason(Submission submission, List<ResultFiles> places) throws IOException {
    Reason reason = Reason.NEW;
    for (ResultFiles place : places) {
      Optional<GradeReport> stored = place.read(submission.name());
      if (stored.isPresent() && !kept.containsKey(submission.name())) {
        reason = decide(submission, stored.get(), place);
      }
    }
    return reason;
  }

  /** A line that fits nobody is told before anyone is graded. */
  private void adjust(List<Submission> submissions, ResultFiles results) throws IOException {
    Map<String, Set<String>> names = new TreeMap<>();
    if (!options.only().isEmpty()) {
      for (String name : results.names()) {
        results.read(name).ifPresent(stored -> names.put(name, stored.names()));
      }
    }
    submissions.forEach(one -> names.put(one.name(), one.names()));
    adjustments = options.adjustments().of(names);
  }

  /** A report with the adjustments of its own, and the points that follow. */
  GradeReport adjusted(GradeReport report) {
    List<Adjustment> own = adjustments.getOrDefault(report.submission(), List.of());
    return Scoring.score(policy.rubric(), report.adjusted(own));
  }

  private void add(Reason reason, Submission submission) {
    boolean isAsked = options.only().isEmpty() || options.only().contains(submission.name());
    boolean isGraded = reason.isToGrade() && isAsked;
    boolean hasSource = submission.content() instanceof Source;
    Reason unasked = hasSource ? Reason.NOT_ASKED : Reason.KEPT;
    Reason told = isGraded && !hasSource ? Reason.NO_SOURCE : reason;
    tell(reason.isToGrade() && !isAsked ? unasked : told, submission.name());
    if (isGraded) {
      toGrade.add(submission);
    }
  }

  private Reason decide(Submission submission, GradeReport stored, ResultFiles place) {
    String name = submission.name();
    Submitted now = Submitted.of(submission);
    Reason reason = reason(now, stored);
    if (options.only().contains(name)) {
      return Reason.ASKED;
    }
    if (reason == Reason.KEPT) {
      return keep(stored.of(now), place) ? Reason.KEPT : Reason.RUBRIC;
    }
    if (!options.only().isEmpty()) {
      keep(stored, place);
    }
    return reason;
  }

  private Reason reason(Submitted now, GradeReport stored) {
    if (now.sourceHash().isEmpty() || stored.state() == SubmissionState.HARNESS_ERROR) {
      return now.sourceHash().isEmpty() ? Reason.NO_SOURCE : Reason.FAULT;
    }
    if (!now.sourceHash().equals(stored.submitted().sourceHash())) {
      return Reason.SOURCE;
    }
    List<String> then = stored.conditions().allowances();
    List<String> allowed = policy.allowances(now.name());
    if (!allowed.containsAll(then)) {
      return withdrawn(now.name(), then, allowed);
    }
    if (!settings.equals(stored.conditions().settings())) {
      return Reason.SETTINGS;
    }
    boolean mayPassNow = stored.state() == SubmissionState.REJECTED && !then.equals(allowed);
    return mayPassNow ? Reason.ALLOWANCE : Reason.KEPT;
  }

  /** One forgotten option must not cost a student everything. */
  private Reason withdrawn(String name, List<String> then, List<String> now) {
    if (!options.replaces()) {
      List<String> missing = new ArrayList<>(then);
      missing.removeAll(now);
      throw new UsageException(
          "usage.allowance-withdrawn",
          options.out(),
          Text.clean(name),
          Text.clean(String.join(" ", missing)));
    }
    return Reason.ALLOWANCE;
  }

  /** Whether a result holds under the rubric; its points may be others. */
  private boolean keep(GradeReport report, ResultFiles place) {
    try {
      GradeReport now = adjusted(report);
      kept.put(report.submission(), new Kept(now, place));
      if (now.score() != report.score()) {
        String before = Points.show(report.score());
        tell(Reason.SCORED, now.submission() + " " + before + " -> " + Points.show(now.score()));
      }
      return true;
    } catch (NotGradedException e) {
      return false;
    }
  }

  /** Results of those who are not in the class that was given. */
  private void others(String name, ResultFiles place) throws IOException {
    if (options.only().isEmpty()) {
      tell(Reason.GONE, name);
    } else {
      place.read(name).ifPresent(stored -> keep(stored, place));
    }
  }

  private void requireNothingIsLost() {
    List<String> gone = of(Reason.GONE);
    if (!gone.isEmpty() && !options.replaces()) {
      throw new UsageException(
          "usage.out-others", options.out(), gone.size(), Text.clean(gone.get(0)));
    }
  }

  private void tell(Reason reason, String name) {
    reasons.computeIfAbsent(reason, unseen -> new ArrayList<>()).add(name);
  }

  private List<String> of(Reason reason) {
    return reasons.getOrDefault(reason, List.of());
  }

  /** The results that hold, by submission. */
  Map<String, Kept> kept() {
    return kept;
  }

  /** The submissions to grade, in their order. */
  List<Submission> toGrade() {
    return toGrade;
  }

  /** The submissions by what became of them. */
  Map<Reason, List<String>> reasons() {
    return reasons;
  }
}
