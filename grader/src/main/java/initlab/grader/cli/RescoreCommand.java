package initlab.grader.cli;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.Policy;
import initlab.grader.grading.Scoring;
import initlab.grader.grading.Scoring.NotGradedException;
import initlab.grader.report.ReportPages;
import initlab.grader.report.ResultFiles;
import initlab.grader.report.RunFacts;
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

  @Mixin private CourseOptions options = new CourseOptions();

  RescoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Policy policy = options.policy();
    ResultFolder.check(out, List.of(results));
    List<GradeReport> stored = new ResultFiles(results).readAll();
    if (!replace) {
      ResultFolder.checkNothingIsLost(
          out, stored.stream().map(GradeReport::submission).collect(Collectors.toSet()));
    }
    RunFacts facts = facts(stored.size());
    List<GradeReport> reports =
        scored(policy, times == null ? stored : new Times(times).ofReports(stored));
    ResultFiles files = new ResultFiles(out);
    files.clear(Set.of());
    for (GradeReport report : reports) {
      files.copySource(report.submission(), new ResultFiles(results));
      files.write(report);
    }
    files.writeGrades(reports);
    new ReportPages(out).write(reports, facts);
    facts.write(out);
    console.terminal().table(reports);
    console.tellLateness(policy, reports);
    return ExitCode.OK;
  }

  /** Nothing runs again: how it was graded is as it was. */
  private RunFacts facts(int stored) throws IOException {
    RunFacts facts =
        RunFacts.read(results).orElseThrow(() -> new UsageException("usage.no-run", results));
    if (stored < facts.submissions()) {
      throw new UsageException("usage.unfinished", results, stored, facts.submissions());
    }
    return facts.complete();
  }

  private static List<GradeReport> scored(Policy policy, List<GradeReport> stored) {
    List<GradeReport> reports = new ArrayList<>();
    for (GradeReport report : stored) {
      try {
        reports.add(Scoring.score(policy.rubric(), report));
      } catch (NotGradedException e) {
        throw new UsageException("rescore.refused", e.getMessage());
      }
    }
    return reports;
  }
}
