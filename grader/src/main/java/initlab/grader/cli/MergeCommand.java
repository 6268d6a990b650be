package initlab.grader.cli;

import initlab.grader.grading.GradeReport;
import initlab.grader.run.Merging;
import initlab.grader.run.ResultFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the parts of a class that {@code grade --shard} graded together. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description =
        "Puts the parts of a class together that 'grade --shard' graded: writes what one run over the"
            + " whole class would have written. Refuses parts that are missing, doubled, unfinished,"
            + " or graded otherwise.")
final class MergeCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      descriptionKey = "SHARDS",
      description = "The result folders of all parts.")
  private List<Path> shards = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where to write the results.")
  private Path out = Path.of("");

  MergeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ResultFolder.check(out, shards);
    Merging merging = new Merging(shards, InitLab.ASSIGNMENT);
    List<GradeReport> reports = merging.write(out, AdjustmentOptions.kept(merging.adjusted()));
    console.say("merge.written", out.resolve("grades.csv"), reports.size(), shards.size());
    return ExitCode.OK;
  }
}
