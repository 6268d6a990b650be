package initlab.grader.cli;

import initlab.grader.lms.Lms;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code initlab lms package}: makes what an instructor uploads to a platform. */
@Command(
    name = "package",
    mixinStandardHelpOptions = true,
    description = "Writes the file that an instructor uploads to a platform.")
final class LmsPackageCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "NAME", description = "The platform: gradescope.")
  private String name = "";

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
  private Path out = Path.of("");

  LmsPackageCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Lms lms = LmsCommand.named(name);
    lms.writePackage(ownJar(), out);
    console.out().println("Wrote " + out + ": upload it as the autograder of the assignment.");
    return ExitCode.OK;
  }

  private static Path ownJar() {
    try {
      Path own = Path.of(InitLab.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isRegularFile(own)) {
        return own;
      }
    } catch (URISyntaxException e) {
      throw new UsageException("the grader's own jar has a strange name: " + e.getMessage());
    }
    throw new UsageException("this runs from class files; build initlab.jar and use that");
  }
}
