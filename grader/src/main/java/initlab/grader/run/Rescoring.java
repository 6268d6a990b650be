package initlab.grader.run;

import initlab.grader.assignment.Assignment;
import initlab.grader.grading.GradeReport;
import initlab.grader.report.ReportPages;
import initlab.grader.report.RunFacts;
import initlab.grader.rubric.Adjustments;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Writes the results of one folder with other points into another. */
public final class Rescoring {
  private final Path from;
  private final Path out;
  private final Assignment assignment;

  /** From a folder of results into another. */
  public Rescoring(Path from, Path out, Assignment assignment) {
    this.from = from;
    this.out = out;
    this.assignment = assignment;
  }

  /**
   * Accepts results that leave nobody out of whom there are results where they go.
   *
   * @throws UsageException if results of others would be lost
   */
  public void requireNothingIsLost(List<GradeReport> reports) throws IOException {
    List<String> lost = new ResultFiles(out, assignment).names();
    List<String> others =
        lost.stream()
            .filter(name -> reports.stream().noneMatch(one -> one.submission().equals(name)))
            .toList();
    if (!others.isEmpty()) {
      throw new UsageException("rescore.out-others", out, others.size(), others.get(0));
    }
  }

  /**
   * Writes results; nothing of the folder is replaced before all of them are there.
   *
   * @param facts how they were graded
   */
  @SuppressWarnings("try") // the lock is held, not used
  public void write(RunFacts facts, List<GradeReport> reports, Adjustments adjustments)
      throws IOException {
    try (RunLock lock = new RunLock(out)) {
      Staging staging = new Staging(out, assignment);
      staging.settle();
      staging.discard();
      ResultFiles files = new ResultFiles(staging.folder(), assignment);
      files.clear(Set.of());
      for (GradeReport report : reports) {
        files.take(report.submission(), new ResultFiles(from, assignment));
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
