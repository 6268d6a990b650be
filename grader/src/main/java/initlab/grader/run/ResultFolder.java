package initlab.grader.run;

import initlab.grader.assignment.Assignment;
import initlab.grader.grading.GradeReport;
import initlab.grader.report.RunFacts;
import initlab.grader.rubric.Adjustments;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Keeps results from being mixed with other files. */
public final class ResultFolder {
  private ResultFolder() {}

  /**
   * Accepts a folder that is new, empty, or an older result, and not among the submissions.
   *
   * @throws UsageException if it is anything else
   */
  public static void check(Path folder, List<Path> submissions) throws IOException {
    Path out = folder.toAbsolutePath().normalize();
    for (Path path : submissions) {
      if (out.startsWith(path.toAbsolutePath().normalize())) {
        throw new UsageException("usage.out-among", folder);
      }
    }
    if (Files.exists(folder)) {
      checkContent(folder);
    }
  }

  /**
   * Reads all results of a folder.
   *
   * @throws UsageException if its run did not come to its end
   * @throws IOException if there are none, or one cannot be read
   */
  @SuppressWarnings("try") // the lock is held, not used
  public static Results read(Path folder, Assignment assignment) throws IOException {
    if (Staging.isPending(folder)) {
      try (RunLock lock = new RunLock(folder)) {
        new Staging(folder, assignment).settle();
      }
    }
    List<GradeReport> reports = new ResultFiles(folder, assignment).readAll();
    return new Results(finished(folder, reports.size()), reports);
  }

  /**
   * What a run left.
   *
   * @param facts how it went
   * @param reports sorted by submission
   */
  public record Results(RunFacts facts, List<GradeReport> reports) {}

  /**
   * How the run of a folder went, if it came to its end.
   *
   * @param stored how many results the folder has
   * @throws UsageException if there are fewer than there were submissions
   */
  private static RunFacts finished(Path folder, int stored) throws IOException {
    RunFacts facts =
        RunFacts.read(folder).orElseThrow(() -> new UsageException("usage.no-run", folder));
    if (stored < facts.submissions()) {
      throw new UsageException("usage.unfinished", folder, stored, facts.submissions());
    }
    return facts;
  }

  /** What a run leaves that was killed before it had written anything. */
  private static boolean isOwn(Path file) {
    String name = file.getFileName().toString();
    return Staging.isOne(file)
        || name.equals(".lock")
        || name.equals(Adjustments.FILE)
        || name.startsWith(".initlab-");
  }

  private static void checkContent(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UsageException("usage.out-file", folder);
    }
    try (Stream<Path> children = Files.list(folder)) {
      boolean isResult = Files.exists(folder.resolve("run.json")) || Staging.isPending(folder);
      if (!isResult && children.anyMatch(child -> !isOwn(child))) {
        throw new UsageException("usage.out-mixed", folder);
      }
    }
  }
}
