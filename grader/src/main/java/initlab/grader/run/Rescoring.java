package initlab.grader.run;

import initlab.grader.assignment.Assignment;
import initlab.grader.grading.GradeReport;
import initlab.grader.report.RunFacts;
import initlab.grader.rubric.Adjustments;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  public void write(RunFacts facts, List<GradeReport> reports, Adjustments adjustments)
      throws IOException {
    ResultFiles old = new ResultFiles(from, assignment);
    Map<String, ResultFiles> places = new HashMap<>();
    reports.forEach(report -> places.put(report.submission(), old));
    new WholeResults(out, assignment).write(facts, reports, places, adjustments);
  }
}
