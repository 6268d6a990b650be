package initlab.grader.cli;

import initlab.grader.run.ClusterFiles;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what starts a large class on a cluster's own scheduler. */
@Command(
    name = "cluster",
    mixinStandardHelpOptions = true,
    description =
        "Writes the files that grade a large class on a cluster: for Slurm an array job with a merge"
            + " job after it, for Kubernetes an indexed Job. They say how they are started.")
final class ClusterCommand implements Callable<Integer> {
  private static final int MOST = 10_000;

  private final Console console;

  @Parameters(
      paramLabel = "SCHEDULER",
      descriptionKey = "SCHEDULER",
      description = "slurm or kubernetes.")
  private String scheduler = "";

  @Option(
      names = "--shards",
      paramLabel = "N",
      description = "Into how many parts the class is divided (default: ${DEFAULT-VALUE}).")
  private int shards = 16;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The new folder to write into.")
  private Path out = Path.of("");

  ClusterCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (shards < 1 || shards > MOST) {
      throw new UsageException("cluster.shards", shards, MOST);
    }
    if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException("usage.exists", out);
    }
    Path first = files().write(Files.createDirectories(out), shards);
    console.say("cluster.written", first);
    return ExitCode.OK;
  }

  private ClusterFiles files() {
    return Arrays.stream(ClusterFiles.values())
        .filter(files -> files.id().equals(scheduler))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "cluster.unknown",
                    scheduler,
                    Arrays.stream(ClusterFiles.values())
                        .map(ClusterFiles::id)
                        .collect(Collectors.joining(", "))));
  }
}
