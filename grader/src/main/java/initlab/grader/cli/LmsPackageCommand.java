package initlab.grader.cli;

import initlab.grader.assignment.CourseSecret;
import initlab.grader.lms.Lms;
import initlab.grader.run.Settings;
import initlab.grader.text.Messages;
import initlab.grader.text.UsageException;
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

  @Parameters(
      descriptionKey = "PLATFORM",
      paramLabel = "NAME",
      description = "The platform: gradescope.")
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
      console.err().println("initlab: " + Messages.get("run.built-in-secret"));
    } else {
      CourseSecret.read(secret);
    }
    lms.writePackage(ownJar(), secret, out);
    console.say("lms.written", out);
    return ExitCode.OK;
  }

  private static Path ownJar() {
    Path own = Settings.ownPlace();
    if (Files.isRegularFile(own)) {
      return own;
    }
    throw new UsageException("usage.no-jar");
  }
}
