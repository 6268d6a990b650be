package initlab.grader.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the processors of a Linux machine have done since its start, in hundredths of a second.
 *
 * @param all all of it
 * @param idle in which they had nothing to do
 */
record Ticks(long all, long idle) {
  static Ticks now() throws IOException {
    String line = Files.readAllLines(Path.of("/proc/stat")).get(0);
    long[] times =
        Arrays.stream(line.split(" +", -1)).skip(1).limit(8).mapToLong(Long::parseLong).toArray();
    return new Ticks(Arrays.stream(times).sum(), times[3] + times[4]);
  }

  /** The part of the time, 0 … 1, in which they had something to do. */
  double busySince(Ticks before) {
    return 1 - (double) (idle - before.idle) / (all - before.all);
  }
}
