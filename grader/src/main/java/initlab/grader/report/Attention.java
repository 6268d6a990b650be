package initlab.grader.report;

import initlab.grader.assignment.Assignment;
import initlab.grader.grading.GradeReport;
import initlab.grader.grading.SubmissionState;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.text.Messages;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a teacher should look at before grades are handed back, and why. */
final class Attention {
  private Attention() {}

  /** The reasons by submission, for those that have some. */
  static Map<GradeReport, List<String>> of(List<GradeReport> reports, Assignment assignment) {
    Map<String, List<GradeReport>> names = new TreeMap<>();
    reports.forEach(
        report -> names.computeIfAbsent(key(report.student()), n -> new ArrayList<>()).add(report));
    Map<GradeReport, List<String>> all = new LinkedHashMap<>();
    for (GradeReport report : reports) {
      List<String> reasons = reasons(report, assignment);
      names.getOrDefault(key(report.student()), List.of()).stream()
          .filter(other -> !other.submission().equals(report.submission()))
          .map(other -> Messages.get("html.attention-name", other.submission()))
          .forEach(reasons::add);
      if (!reasons.isEmpty()) {
        all.put(report, reasons);
      }
    }
    return all;
  }

  private static List<String> reasons(GradeReport report, Assignment assignment) {
    List<String> reasons = new ArrayList<>();
    if (report.state() != SubmissionState.GRADED) {
      reasons.add(report.message().lines().findFirst().orElse(""));
    }
    report.checks().forEach(check -> reasons.addAll(of(check, assignment)));
    reasons.addAll(report.submitted().notices());
    if (!report.adjustments().isEmpty()) {
      reasons.add(Feedback.adjusted(report).replace("\n ", ""));
    }
    return reasons;
  }

  private static List<String> of(CheckResult check, Assignment assignment) {
    if (check.state() == CheckState.TIMEOUT) {
      return List.of(Messages.get("html.attention-limit", check.title()));
    }
    return check.state() == CheckState.FAILED
            && assignment.checks().ids().contains(check.id())
            && assignment.checks().get(check.id()).needsAHuman()
        ? List.of(Messages.get("html.attention-check", check.title()))
        : List.of();
  }

  /** Names that differ in capital letters, accents or gaps alone are easily confused. */
  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("[^\\p{L}\\p{N}]+", "")
        .toLowerCase(Locale.ROOT);
  }
}
