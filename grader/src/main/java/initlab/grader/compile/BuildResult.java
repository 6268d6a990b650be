package initlab.grader.compile;

import java.util.Map;

/** What became of a submission's source. */
public sealed interface BuildResult {
  /** Class files under their binary names; the one that is handed in is among them. */
  record Compiled(Map<String, byte[]> classes) implements BuildResult {}

  /** javac refused the source; the message has its errors with line numbers. */
  record NotCompiled(String message) implements BuildResult {}

  /** The source compiles, but is not what was asked for. */
  record Rejected(String message) implements BuildResult {}
}
