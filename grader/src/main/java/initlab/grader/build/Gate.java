package initlab.grader.build;

import initlab.grader.build.BuildResult.Compiled;
import initlab.grader.build.BuildResult.Rejected;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses bytecode that uses what no answer to the lab needs. It is the second wall: the sandbox
 * must hold without it.
 */
public final class Gate {
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("java.io.", "files"),
          Map.entry("java.nio.", "files"),
          Map.entry("java.net.", "the network"),
          Map.entry("javax.net.", "the network"),
          Map.entry("java.lang.reflect.", "reflection"),
          Map.entry("java.lang.invoke.", "reflection"),
          Map.entry("java.lang.Class", "reflection"),
          Map.entry("java.lang.Module", "reflection"),
          Map.entry("java.lang.StackWalker", "reflection"),
          Map.entry("java.lang.Thread", "threads"),
          Map.entry("java.util.concurrent.", "threads"),
          Map.entry("java.util.Timer", "threads"),
          Map.entry("java.lang.Process", "other programs"),
          Map.entry("java.lang.Runtime", "other programs"),
          Map.entry("java.lang.System", "the machine's settings"),
          Map.entry("sun.", "Java's insides"),
          Map.entry("jdk.", "Java's insides"));

  private final Optional<AllowList> allowed;

  private Gate(Optional<AllowList> allowed) {
    this.allowed = allowed;
  }

  /**
   * The gate that comes with InitLab.
   *
   * @param more types ({@code java.io.File}), members ({@code java.lang.Thread.sleep}) and the word
   *     {@code synchronized}, allowed besides
   */
  public static Gate standard(List<String> more) {
    return new Gate(Optional.of(AllowList.standard(more)));
  }

  /** No gate: the sandbox alone must hold. */
  public static Gate open() {
    return new Gate(Optional.empty());
  }

  /** The classes, if all that they use is allowed; else what is not, the first by line. */
  BuildResult check(Compiled compiled) {
    try {
      return allowed.flatMap(list -> firstHit(compiled, list)).map(Gate::rejected).orElse(compiled);
    } catch (RuntimeException e) { // ASM has many ways to say that bytes are no class file
      return new Rejected("not graded: its compiled class cannot be read");
    }
  }

  private static Optional<Use> firstHit(Compiled compiled, AllowList list) {
    return compiled.classes().values().stream()
        .flatMap(classFile -> UseScanner.scan(classFile).stream())
        .filter(use -> !list.allows(use))
        .min(
            Comparator.comparingInt((Use use) -> use.line() == 0 ? Integer.MAX_VALUE : use.line())
                .thenComparing(use -> use.member().isEmpty()) // the call says more than its types
                .thenComparing(Use::type)
                .thenComparing(Use::member));
  }

  private static BuildResult rejected(Use use) {
    String line = use.line() == 0 ? "the class" : "line " + use.line();
    return new Rejected(
        "not graded: %s uses %s%s. An answer computes, prints and uses EJML; take it out and hand in again"
            .formatted(line, use.show(), reason(use)));
  }

  private static String reason(Use use) {
    return REASONS.entrySet().stream()
        .filter(entry -> use.type().startsWith(entry.getKey()))
        .findFirst()
        .map(entry -> " (" + entry.getValue() + ")")
        .orElse("");
  }
}
