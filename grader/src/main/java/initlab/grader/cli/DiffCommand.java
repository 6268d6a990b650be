package initlab.grader.cli;

import initlab.grader.report.Comparison;
import initlab.grader.run.ResultFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code initlab diff}: who changed between two runs. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description =
        "Says whose result changed between two runs, and why: to look at before grades are"
            + " published.")
final class DiffCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      index = "0",
      descriptionKey = "RESULTS",
      paramLabel = "OLD",
      description = "The results of an earlier run.")
  private Path old = Path.of("");

  @Parameters(
      index = "1",
      descriptionKey = "NEW_RESULTS",
      paramLabel = "NEW",
      description = "The results of a later run.")
  private Path now = Path.of("");

  @Option(
      names = "--lang",
      paramLabel = "en|zh",
      description = "The language of the feedback (default: that of the locale, else English).")
  private @Nullable String language;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (language != null) {
      Language.choose(language);
    }
    List<String> lines =
        Comparison.lines(
            ResultFolder.read(old, InitLab.ASSIGNMENT).reports(),
            ResultFolder.read(now, InitLab.ASSIGNMENT).reports());
    lines.forEach(console.out()::println);
    long changed = lines.stream().filter(line -> !line.startsWith(" ")).count();
    console.say("diff.changed", changed);
    return ExitCode.OK;
  }
}
