package initlab.grader.sandbox;

import java.util.List;

/**
 * How large one of our JVMs may grow.
 *
 * @param heapMegabytes the heap
 * @param dataMegabytes all private memory of the process; below 192 a JVM does not start
 * @param cpuSeconds the processor time of its whole life, should the grader itself be gone
 */
public record JvmSize(int heapMegabytes, int dataMegabytes, int cpuSeconds) {
  /** A worker that calls a submission. */
  static final JvmSize WORKER = new JvmSize(128, 384, 300);

  /** A compiler. */
  public static final JvmSize COMPILER = new JvmSize(256, 640, 60);

  List<String> flags() {
    return List.of(
        "-Xmx" + heapMegabytes + "m",
        "-Xms64m",
        "-XX:MaxMetaspaceSize=" + (heapMegabytes <= 128 ? 48 : 96) + "m",
        "-XX:CompressedClassSpaceSize=32m",
        "-XX:ReservedCodeCacheSize=48m",
        "-XX:MaxDirectMemorySize=16m");
  }
}
