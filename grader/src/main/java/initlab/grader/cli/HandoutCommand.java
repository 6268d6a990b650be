package initlab.grader.cli;

import initlab.grader.assignment.CourseSecret;
import initlab.grader.handout.Handout;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code initlab handout}: what students get. */
@Command(
    name = "handout",
    mixinStandardHelpOptions = true,
    description =
        "Writes what students get: the exercises, the data and the public tests, after a check that"
            + " nothing of the answers or of the grader is in it.")
final class HandoutCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The zip to write, if its name ends with .zip; else a new folder.")
  private Path out = Path.of("");

  @Option(
      names = "--secret",
      paramLabel = "FILE",
      description = "Your course's secret: the handout is searched for it and for its seeds.")
  private @Nullable Path secret;

  @Option(names = "--replace", description = "Replace FILE if it exists.")
  private boolean replace;

  HandoutCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    boolean isZip = out.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    if (!(isZip && replace) && Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException("usage.exists", out);
    }
    Handout handout =
        Handout.of(secret == null ? CourseSecret.builtIn() : CourseSecret.read(secret));
    if (isZip) {
      handout.writeZip(out);
    } else {
      handout.writeFolder(out);
    }
    console.say("handout.written", out, handout.size());
    return ExitCode.OK;
  }
}
