package initlab.grader.report;

import initlab.grader.grading.GradeReport;
import initlab.grader.rubric.CheckResult;
import initlab.grader.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whose result changed between two runs, and why. */
public final class Comparison {
  private Comparison() {}

  /** A line for each change, by submission; none if the runs agree. */
  public static List<String> lines(List<GradeReport> old, List<GradeReport> now) {
    Map<String, GradeReport> before = byName(old);
    Map<String, GradeReport> after = byName(now);
    List<String> lines = new ArrayList<>();
    before.forEach(
        (name, report) -> {
          GradeReport other = after.get(name);
          if (other == null) {
            lines.add(Messages.get("diff.gone", name, Points.show(report.score())));
          } else {
            lines.addAll(changes(report, other));
          }
        });
    after.forEach(
        (name, report) -> {
          if (!before.containsKey(name)) {
            lines.add(Messages.get("diff.new", name, Points.show(report.score())));
          }
        });
    return lines;
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
    List<String> reasons = new ArrayList<>();
    if (old.state() != now.state()) {
      reasons.add(Messages.get("diff.state", old.state().id(), now.state().id()));
    }
    if (!old.submitted().sourceHash().equals(now.submitted().sourceHash())) {
      reasons.add(Messages.get("diff.source"));
    }
    Map<String, CheckResult> before =
        old.checks().stream().collect(Collectors.toMap(CheckResult::id, Function.identity()));
    for (CheckResult check : now.checks()) {
      CheckResult other = before.remove(check.id());
      if (other == null) {
        reasons.add(Messages.get("diff.check-new", check.id()));
      } else if (other.state() != check.state()) {
        reasons.add(Messages.get("diff.check", check.id(), other.state().id(), check.state().id()));
      } else if (other.score() != check.score()) {
        reasons.add(
            Messages.get(
                "diff.points", check.id(), Points.show(other.score()), Points.show(check.score())));
      }
    }
    before.keySet().forEach(id -> reasons.add(Messages.get("diff.check-gone", id)));
    if (percent(old) != percent(now)) {
      reasons.add(Messages.get("diff.late"));
    }
    if (!old.adjustments().equals(now.adjustments())) {
      reasons.add(Messages.get("diff.adjusted"));
    }
    if (reasons.isEmpty() && old.score() == now.score()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(score(old, now));
    reasons.forEach(reason -> lines.add("  " + reason));
    return lines;
  }

  private static String score(GradeReport old, GradeReport now) {
    String before = Points.show(old.score());
    String after = Points.show(now.score());
    return before.equals(after)
        ? Messages.get("diff.same-score", now.submission(), after)
        : Messages.get("diff.score", now.submission(), before, after);
  }
}
