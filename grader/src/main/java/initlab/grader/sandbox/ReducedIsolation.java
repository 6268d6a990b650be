package initlab.grader.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is left without namespaces: as root a user id of its own, on Linux the kernel's limits,
 * everywhere a JVM with an empty environment. Files that all may read and the network are in reach.
 */
final class ReducedIsolation implements Isolation {
  private static final int THREADS = 512; // of all processes of that user together

  private final String reason;
  private final List<String> start;
  private final Optional<Path> prlimit;

  /** The strongest that this machine offers, for a reason that bubblewrap cannot be used. */
  ReducedIsolation(String reason) {
    this.reason = reason;
    this.start = start();
    this.prlimit = Host.isLinux() ? Host.tool("prlimit") : Optional.empty();
  }

  private static List<String> start() {
    try {
      return Host.isRoot() ? WorkerUser.become() : List.of();
    } catch (IOException e) {
      throw new HarnessFault("submissions would run as root: " + e.getMessage(), e);
    }
  }

  @Override
  public String description() {
    return "reduced: " + reason;
  }

  @Override
  public List<String> command(List<String> java, Path classes, JvmSize size) {
    List<String> command = new ArrayList<>(start);
    prlimit.ifPresent(tool -> command.addAll(ProcessLimits.command(tool, size, threads())));
    command.addAll(java);
    return command;
  }

  @Override
  public void cleanUp(Set<Long> running) {
    if (!start.isEmpty()) {
      Leftovers.remove(WorkerUser.id(), running);
    }
  }

  @Override
  public void end() {
    if (!start.isEmpty()) {
      Leftovers.removeEverywhere(WorkerUser.id());
    }
  }

  /**
   * A limit on threads counts all of a user's: without a user of its own it would hit the grader.
   */
  private int threads() {
    return start.isEmpty() ? 32_768 : THREADS;
  }
}
