package initlab.grader.cli;

import initlab.grader.files.AtomicFile;
import initlab.grader.grading.GradeReport;
import initlab.grader.lms.Gradebook;
import initlab.grader.lms.Gradebook.Options;
import initlab.grader.lms.Gradebook.UnknownGradebookException;
import initlab.grader.rubric.Adjustment;
import initlab.grader.text.Messages;
import initlab.grader.text.Text;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code initlab gradebook}: fills in a platform's own gradebook. */
@Command(
    name = "gradebook",
    mixinStandardHelpOptions = true,
    description =
        "Fills the scores of a run into the gradebook that you exported from Canvas, or the grading"
            + " worksheet from Moodle. Names every row and every submission that does not match.")
final class GradebookCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ResultsArgument results = new ResultsArgument();

  @Option(
      names = "--in",
      required = true,
      paramLabel = "FILE",
      description = "The file that you exported from the platform.")
  private Path in = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file to write, for the platform to import.")
  private Path out = Path.of("");

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "The assignment's column in a Canvas gradebook, if there are several.")
  private @Nullable String column;

  @Option(
      names = "--no-scale",
      description = "Write points as they are, whatever the column counts.")
  private boolean isUnscaled;

  @Option(
      names = "--zeros",
      description =
          "Write 0 for what was rejected or is missing too; else their rows are left alone.")
  private boolean writesZeros;

  GradebookCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<GradeReport> reports = results.read().reports();
    requireAllAdjusted(reports);
    if (Files.exists(out)) {
      throw new UsageException("usage.exists", out);
    }
    try {
      Gradebook.Filled filled =
          Gradebook.fill(text(), new Options(column, !isUnscaled, writesZeros), reports);
      if (filled.count() > 0) {
        AtomicFile.write(out, filled.bytes());
        console.say("gradebook.written", out, filled.count());
      } else {
        console.say("gradebook.nothing");
      }
      filled.remarks().forEach(remark -> console.out().println("  " + Text.clean(remark)));
      return filled.count() > 0 ? ExitCode.OK : ExitCode.NOTHING_GRADABLE;
    } catch (UnknownGradebookException e) {
      throw new UsageException("gradebook.refused", in, e.getMessage());
    }
  }

  /** A table that was edited since is not in the scores yet. */
  private void requireAllAdjusted(List<GradeReport> reports) throws IOException {
    Map<String, Set<String>> names = new TreeMap<>();
    reports.forEach(report -> names.put(report.submission(), report.names()));
    Map<String, List<Adjustment>> now = AdjustmentOptions.kept(results.folder()).of(names);
    for (GradeReport report : reports) {
      if (!report.adjustments().equals(now.getOrDefault(report.submission(), List.of()))) {
        throw new UsageException(
            "gradebook.unadjusted", results.folder(), Text.clean(report.submission()));
      }
    }
  }

  private String text() throws IOException {
    try {
      return Files.readString(in);
    } catch (CharacterCodingException e) {
      throw new UsageException(
          "gradebook.refused",
          in,
          Messages.get("table.unreadable", String.valueOf(e.getMessage())));
    }
  }
}
