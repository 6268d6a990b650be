package initlab.grader.report;

import initlab.grader.grading.GradeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Submissions with the same source, to the letter. Short right answers coincide by themselves. */
final class Sameness {
  private Sameness() {}

  /** The groups of two or more, the largest first. */
  static List<List<GradeReport>> groups(List<GradeReport> reports) {
    Map<String, List<GradeReport>> bySource = new TreeMap<>();
    for (GradeReport report : reports) {
      String hash = report.submitted().sourceHash();
      if (!hash.isEmpty()) {
        bySource.computeIfAbsent(hash, unseen -> new ArrayList<>()).add(report);
      }
    }
    return bySource.values().stream()
        .filter(group -> group.size() > 1)
        .sorted((one, other) -> Integer.compare(other.size(), one.size()))
        .toList();
  }
}
