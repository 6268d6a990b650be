package initlab.grader.sandbox;

import java.nio.file.Path;
import java.util.List;

/** Limits that the kernel keeps, should all of ours fail. */
final class ProcessLimits {
  private static final int OPEN_FILES = 256;

  private ProcessLimits() {}

  /** Sets the limits for the command that follows. */
  static List<String> command(Path prlimit, JvmSize size, int threads) {
    return List.of(
        prlimit.toString(),
        "--cpu=" + size.cpuSeconds(),
        "--fsize=0", // a file may be made, but nothing written into it
        "--nofile=" + OPEN_FILES,
        "--core=0",
        "--nproc=" + threads,
        "--data=" + ((long) size.dataMegabytes() << 20),
        "--");
  }
}
