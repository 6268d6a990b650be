package initlab.grader.cli;

import initlab.grader.checks.CourseSecret;
import initlab.grader.lms.Lms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--secret",
      paramLabel = "FILE",
      description =
          "Your course's secret; it goes into the package, where students cannot read it.")
  private @Nullable Path secret;

  LmsPackageCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Lms lms = LmsCommand.named(name);
    if (secret == null) {
      console
          .err()
          .println(
              "initlab: no --secret: students can work out from InitLab's source what is asked");
    } else {
      CourseSecret.read(secret);
    }
    lms.writePackage(ownJar(), secret, out);
    console.out().println("Wrote " + out + ": upload it as the autograder of the assignment.");
    return ExitCode.OK;
  }

  private static Path ownJar() {
    Path own = Settings.ownPlace();
    if (Files.isRegularFile(own)) {
      return own;
    }
    throw new UsageException("this runs from class files; build initlab.jar and use that");
  }
}
