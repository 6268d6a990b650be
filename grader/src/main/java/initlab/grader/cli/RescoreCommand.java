package initlab.grader.cli;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.Scoring;
import initlab.grader.grading.Scoring.NotGradedException;
import initlab.grader.grading.SubmissionState;
import initlab.grader.report.ReportPages;
import initlab.grader.report.RunFacts;
import initlab.grader.rubric.Rubric;
import initlab.grader.run.ResultFiles;
import initlab.grader.run.ResultFolder;
import initlab.grader.run.RunLock;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code initlab rescore}: stored results under another rubric; no submission runs again. */
@Command(
    name = "rescore",
    mixinStandardHelpOptions = true,
    description =
        "Scores the results of an earlier run with another rubric or late policy, into another"
            + " folder. No submission runs again.")
final class RescoreCommand implements Callable<Integer> {
  /** Stands for how they were graded, so that no grading goes on from here. */
  private static final String RESCORED = "rescored=yes";

  private final Console console;

  @Parameters(
      descriptionKey = "RESULTS",
      paramLabel = "DIR",
      description = "The results of an earlier run.")
  private Path results = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "NEW",
      description = "Where to write the new results.")
  private Path out = Path.of("");

  @Option(
      names = "--replace",
      description = "Remove the results in NEW of submissions that are not scored now.")
  private boolean replace;

  @Option(
      names = "--times",
      paramLabel = "FILE",
      description =
          "A CSV file with the columns student,time: when each was handed in, for a late policy.")
  private @Nullable Path times;

  @Mixin private RubricOptions options = new RubricOptions();

  RescoreCommand(Console console) {
    this.console = console;
  }

  @Override
  @SuppressWarnings("try") // the lock is held, not used
  public Integer call() throws IOException {
    Rubric rubric = options.rubric();
    ResultFolder.check(out, List.of(results));
    List<GradeReport> stored = new ResultFiles(results, InitLab.ASSIGNMENT).readAll();
    if (!replace) {
      ResultFolder.checkNothingIsLost(
          out, stored.stream().map(GradeReport::submission).collect(Collectors.toSet()));
    }
    RunFacts facts = ResultFolder.finished(results, stored.size());
    List<GradeReport> reports = scored(rubric, timed(stored));
    try (RunLock lock = new RunLock(out)) {
      write(facts, reports);
    }
    console.terminal().table(reports);
    console.tellLateness(rubric, reports);
    boolean anyFault = reports.stream().anyMatch(r -> r.state() == SubmissionState.HARNESS_ERROR);
    return anyFault ? ExitCode.HARNESS_FAULT : ExitCode.OK;
  }

  /** Nothing runs again: how it was graded is as it was. */
  private void write(RunFacts facts, List<GradeReport> reports) throws IOException {
    facts.with(RunFacts.RUNNING, RESCORED).write(out);
    ResultFiles files = new ResultFiles(out, InitLab.ASSIGNMENT);
    files.clear(Set.of());
    for (GradeReport report : reports) {
      files.copySource(report.submission(), new ResultFiles(results, InitLab.ASSIGNMENT));
      files.write(report);
    }
    files.writeGrades(reports);
    RunFacts complete = facts.with(RunFacts.COMPLETE, RESCORED);
    new ReportPages(out, InitLab.ASSIGNMENT).write(reports, complete);
    complete.write(out);
  }

  private List<GradeReport> timed(List<GradeReport> stored) throws IOException {
    if (times == null) {
      return stored;
    }
    Times table = new Times(times);
    List<GradeReport> timed = table.ofReports(stored);
    table.tellUnused(console);
    return timed;
  }

  private static List<GradeReport> scored(Rubric rubric, List<GradeReport> stored) {
    List<GradeReport> reports = new ArrayList<>();
    for (GradeReport report : stored) {
      try {
        reports.add(Scoring.score(rubric, report));
      } catch (NotGradedException e) {
        throw new UsageException("rescore.refused", e.getMessage());
      }
    }
    return reports;
  }
}
