package initlab.grader.cli;

import initlab.grader.files.AtomicFile;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code initlab rubric}: a rubric to edit. */
@Command(
    name = "rubric",
    mixinStandardHelpOptions = true,
    description =
        "Writes rubric.yaml, which says what each check is worth, and rubric.schema.json, with"
            + " which editors complete it. Edit it and grade with --rubric FILE.")
final class RubricCommand implements Callable<Integer> {
  private static final List<String> FILES = List.of("rubric.yaml", "rubric.schema.json");

  private final Console console;

  @Parameters(
      descriptionKey = "RUBRIC_DIR",
      paramLabel = "DIR",
      description = "Where to write them.")
  private Path folder = Path.of("");

  RubricCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    for (String name : FILES) {
      Path file = folder.resolve(name);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new UsageException("usage.exists", file);
      }
    }
    for (String name : FILES) {
      AtomicFile.write(folder.resolve(name), InitLab.ASSIGNMENT.rubricFile(name));
      console.out().println(folder.resolve(name));
    }
    return ExitCode.OK;
  }
}
