package initlab.grader.cli;

import initlab.grader.files.ZipWriter;
import initlab.grader.grading.Policy;
import initlab.grader.lms.Lms;
import initlab.grader.run.Settings;
import initlab.grader.text.Messages;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code initlab lms package}: makes what an instructor uploads to a platform. */
@Command(
    name = "package",
    mixinStandardHelpOptions = true,
    description = "Writes the file that an instructor uploads to a platform.")
final class LmsPackageCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private PlatformArgument platform = new PlatformArgument();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
  private Path out = Path.of("");

  @Option(names = "--replace", description = "Replace FILE if it exists.")
  private boolean replace;

  @Mixin private GradingOptions options = new GradingOptions();

  LmsPackageCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Lms lms = platform.lms();
    Policy policy = options.policy();
    if (policy.secret().isBuiltIn()) {
      console.err().println("initlab: " + Messages.get("run.built-in-secret"));
    }
    if (!replace && Files.exists(out)) {
      throw new UsageException("usage.exists", out);
    }
    ZipWriter.write(out, lms.files(options.upload(ownJar())));
    console.say("lms.written", out, lms.name());
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
