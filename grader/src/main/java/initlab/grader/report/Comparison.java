package initlab.grader.report;

import initlab.grader.grading.GradeReport;
import initlab.grader.rubric.CheckResult;
import initlab.grader.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whose result changed between two runs, and why. */
public final class Comparison {
  private Comparison() {}

  /** A line for each change, by submission; none if the runs agree. */
  public static List<String> lines(List<GradeReport> old, List<GradeReport> now) {
    Map<String, GradeReport> before = byName(old);
    Map<String, GradeReport> after = byName(now);
    List<String> lines = new ArrayList<>();
    before.forEach((name, report) -> lines.addAll(fate(report, after.get(name))));
    after.keySet().removeAll(before.keySet());
    after.forEach(
        (name, report) -> lines.add(Messages.get("diff.new", name, Points.show(report.score()))));
    return lines;
  }

  private static List<String> fate(GradeReport old, @Nullable GradeReport now) {
    return now == null
        ? List.of(Messages.get("diff.gone", old.submission(), Points.show(old.score())))
        : changes(old, now);
  }

  private static Map<String, GradeReport> byName(List<GradeReport> reports) {
    return reports.stream()
        .collect(
            Collectors.toMap(
                GradeReport::submission, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  private static double percent(GradeReport report) {
    return report.late() == null ? 0 : report.late().percent();
  }

  private static List<String> changes(GradeReport old, GradeReport now) {
    List<String> reasons = reasons(old, now);
    if (reasons.isEmpty() && old.score() == now.score()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(score(old, now));
    reasons.forEach(reason -> lines.add("  " + reason));
    return lines;
  }

  private static List<String> reasons(GradeReport old, GradeReport now) {
    List<String> reasons = new ArrayList<>();
    if (old.state() != now.state()) {
      reasons.add(Messages.get("diff.state", old.state().id(), now.state().id()));
    }
    if (!old.submitted().sourceHash().equals(now.submitted().sourceHash())) {
      reasons.add(Messages.get("diff.source"));
    }
    addChecks(reasons, old, now);
    if (percent(old) != percent(now)) {
      reasons.add(Messages.get("diff.late"));
    }
    if (!old.adjustments().equals(now.adjustments())) {
      reasons.add(Messages.get("diff.adjusted"));
    }
    return reasons;
  }

  private static void addChecks(List<String> reasons, GradeReport old, GradeReport now) {
    Map<String, CheckResult> before =
        old.checks().stream().collect(Collectors.toMap(CheckResult::id, Function.identity()));
    for (CheckResult check : now.checks()) {
      CheckResult other = before.remove(check.id());
      if (other == null) {
        reasons.add(Messages.get("diff.check-new", check.id()));
      } else {
        change(other, check).ifPresent(reasons::add);
      }
    }
    before.keySet().forEach(id -> reasons.add(Messages.get("diff.check-gone", id)));
  }

  private static Optional<String> change(CheckResult old, CheckResult now) {
    if (old.state() != now.state()) {
      return Optional.of(Messages.get("diff.check", now.id(), old.state().id(), now.state().id()));
    }
    return old.score() == now.score()
        ? Optional.empty()
        : Optional.of(
            Messages.get(
                "diff.points", now.id(), Points.show(old.score()), Points.show(now.score())));
  }

  private static String score(GradeReport old, GradeReport now) {
    String before = Points.show(old.score());
    String after = Points.show(now.score());
    return before.equals(after)
        ? Messages.get("diff.same-score", now.submission(), after)
        : Messages.get("diff.score", now.submission(), before, after);
  }
}
