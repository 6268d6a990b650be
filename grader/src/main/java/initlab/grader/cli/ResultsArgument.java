package initlab.grader.cli;

import initlab.grader.run.ResultFolder;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The argument that names the results of a run. */
final class ResultsArgument {
  @Parameters(
      descriptionKey = "RESULTS",
      paramLabel = "DIR",
      description = "The results of an earlier run.")
  private Path folder = Path.of("");

  Path folder() {
    return folder;
  }

  /** Reads them. */
  ResultFolder.Results read() throws IOException {
    return ResultFolder.read(folder, InitLab.ASSIGNMENT);
  }
}
