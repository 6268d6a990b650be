package initlab.grader.run;

import initlab.grader.assignment.Assignment;
import initlab.grader.grading.GradeReport;
import initlab.grader.report.ReportPages;
import initlab.grader.report.RunFacts;
import initlab.grader.rubric.Adjustments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Writes the results of a class that lie in other folders into one, all at once. */
final class WholeResults {
  private final Path out;
  private final Assignment assignment;

  WholeResults(Path out, Assignment assignment) {
    this.out = out;
    this.assignment = assignment;
  }

  /**
   * Writes results; nothing of the folder is replaced before all of them are there.
   *
   * @param facts how they were graded
   * @param places where the files of each submission are
   */
  @SuppressWarnings("try") // the lock is held, not used
  void write(
      RunFacts facts,
      List<GradeReport> reports,
      Map<String, ResultFiles> places,
      Adjustments adjustments)
      throws IOException {
    try (RunLock lock = new RunLock(out)) {
      Staging staging = new Staging(out, assignment);
      staging.settle();
      staging.discard();
      ResultFiles files = new ResultFiles(staging.folder(), assignment);
      files.clear(Set.of());
      for (GradeReport report : reports) {
        files.take(report.submission(), Objects.requireNonNull(places.get(report.submission())));
        files.write(report);
      }
      files.writeGrades(reports);
      new ReportPages(staging.folder(), assignment).write(reports, facts);
      facts.write(staging.folder());
      adjustments.keepIn(out);
      staging.commit();
    }
  }
}
