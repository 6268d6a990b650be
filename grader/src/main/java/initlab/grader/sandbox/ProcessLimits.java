package initlab.grader.sandbox;

import java.nio.file.Path;
import java.util.List;

/** Limits that the kernel keeps, should all of ours fail. */
final class ProcessLimits {
  private static final int FILE_BYTES = 1 << 20;
  private static final int OPEN_FILES = 256;

  private ProcessLimits() {}

  /** Sets the limits for the command that follows. */
  static List<String> command(Path prlimit, JvmSize size, int threads) {
    return List.of(
        prlimit.toString(),
        "--cpu=" + size.cpuSeconds(),
        "--fsize=" + FILE_BYTES,
        "--nofile=" + OPEN_FILES,
        "--core=0",
        "--nproc=" + threads,
        "--data=" + ((long) size.dataMegabytes() << 20),
        "--");
  }
}
