package initlab.grader.report;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.SubmissionState;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The scores of a class, sorted; a fault of ours is no score. */
final class Scores {
  private final List<GradeReport> reports;
  private final double[] sorted;

  Scores(List<GradeReport> reports) {
    this.reports = reports;
    sorted =
        reports.stream()
            .filter(report -> report.state() != SubmissionState.HARNESS_ERROR)
            .mapToDouble(GradeReport::score)
            .sorted()
            .toArray();
  }

  double mean() {
    return Arrays.stream(sorted).average().orElse(0);
  }

  double median() {
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return 0;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** How many lie in each of some equal parts of 0 to a maximum; what is above is in the last. */
  int[] histogram(int bins, double max) {
    int[] counts = new int[bins];
    for (double score : sorted) {
      int bin = (int) (bins * score / Math.max(1, max));
      counts[Math.max(0, Math.min(bins - 1, bin))]++;
    }
    return counts;
  }

  /** The numbers of the exercises that any of them has. */
  SortedSet<Integer> exercises() {
    return reports.stream()
        .flatMap(report -> report.exercises().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
