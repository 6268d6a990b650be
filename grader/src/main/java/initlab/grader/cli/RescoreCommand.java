package initlab.grader.cli;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.Scoring;
import initlab.grader.grading.Scoring.NotGradedException;
import initlab.grader.grading.SubmissionState;
import initlab.grader.report.RunFacts;
import initlab.grader.rubric.Adjustment;
import initlab.grader.rubric.Adjustments;
import initlab.grader.rubric.Rubric;
import initlab.grader.run.Rescoring;
import initlab.grader.run.ResultFolder;
import initlab.grader.run.Settings;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code initlab rescore}: stored results under another rubric; no submission runs again. */
@Command(
    name = "rescore",
    mixinStandardHelpOptions = true,
    description =
        "Scores the results of an earlier run with another rubric or late policy, into another"
            + " folder. No submission runs again.")
final class RescoreCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ResultsArgument results = new ResultsArgument();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "NEW",
      description = "Where to write the new results.")
  private Path out = Path.of("");

  @Option(
      names = "--replace",
      description =
          "Replace the results in NEW of submissions that are not scored now, and score by the"
              + " built-in rubric if none is given.")
  private boolean replace;

  @Option(
      names = "--times",
      paramLabel = "FILE",
      description =
          "A CSV file with the columns student,time: when each was handed in, for a late policy.")
  private @Nullable Path times;

  @Mixin private AdjustmentOptions adjustments = new AdjustmentOptions();

  @Mixin private RubricOptions options = new RubricOptions();

  RescoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Rubric rubric = options.rubric();
    ResultFolder.check(out, List.of(results.folder()));
    ResultFolder.Results stored = results.read();
    Rescoring rescoring = new Rescoring(results.folder(), out, InitLab.ASSIGNMENT);
    if (!replace) {
      rescoring.requireNothingIsLost(stored.reports());
      requireARubric(stored.facts(), rubric);
    }
    Adjustments table = adjustments.read(results.folder(), replace);
    List<GradeReport> reports = scored(rubric, adjusted(timed(stored.reports()), table));
    RunFacts facts = stored.facts();
    String settings = Settings.rescored(facts.settings(), rubric, times != null);
    rescoring.write(facts.with(facts.state(), settings), reports, table);
    console.terminal().table(reports);
    console.tellLateness(rubric, reports, times != null);
    console.tellAdjustments(reports);
    boolean anyFault = reports.stream().anyMatch(r -> r.state() == SubmissionState.HARNESS_ERROR);
    return anyFault ? ExitCode.HARNESS_FAULT : ExitCode.OK;
  }

  /** Whoever only changes a score by hand does not mean the built-in rubric. */
  private void requireARubric(RunFacts facts, Rubric rubric) {
    if (!options.hasRubric() && !Settings.areOf(facts.settings(), rubric)) {
      throw new UsageException("rescore.which-rubric", results.folder());
    }
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

  private static List<GradeReport> adjusted(List<GradeReport> stored, Adjustments table) {
    Map<String, Set<String>> names = new TreeMap<>();
    stored.forEach(report -> names.put(report.submission(), report.names()));
    Map<String, List<Adjustment>> adjustments = table.of(names);
    return stored.stream()
        .map(report -> report.adjusted(adjustments.getOrDefault(report.submission(), List.of())))
        .toList();
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
