package initlab.grader.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** How a process of a submission is kept apart from the rest of the machine. */
public sealed interface Isolation permits Bubblewrap, ReducedIsolation {
  /** The command that starts a Java command line in isolation. */
  List<String> command(List<String> java, Path classes, JvmSize size);

  /**
   * Ends and deletes what a process that has ended may have left behind.
   *
   * @param running the processes that are still needed
   */
  void cleanUp(Set<Long> running);

  /** Deletes what all processes together may have left in places that are dear to look through. */
  default void end() {}

  /** What this is, in a few words: {@code bubblewrap}, or {@code reduced: } and why. */
  String description();

  /** Whether a submission can do nothing to this machine but use up its own limits. */
  default boolean isFull() {
    return this instanceof Bubblewrap;
  }
}
