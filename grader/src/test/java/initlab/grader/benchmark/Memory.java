package initlab.grader.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a command and all that it starts hold at once: proportional set sizes, sampled. */
final class Memory {
  private Memory() {}

  /** The largest of the samples, in megabytes. */
  static long peakMegabytes(Command command, int everyMillis)
      throws IOException, InterruptedException {
    Process process = command.start();
    long most = 0;
    while (process.isAlive()) {
      most =
          Math.max(
              most,
              Stream.concat(Stream.of(process.toHandle()), process.descendants())
                  .mapToLong(handle -> kilobytes(handle.pid()))
                  .sum());
      Thread.sleep(everyMillis);
    }
    return most / 1024;
  }

  private static long kilobytes(long process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException | RuntimeException gone) {
      return 0;
    }
  }
}
