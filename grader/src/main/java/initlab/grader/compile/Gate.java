package initlab.grader.compile;

import initlab.grader.compile.BuildResult.Compiled;
import initlab.grader.compile.BuildResult.Rejected;
import initlab.grader.compile.UseScanner.ScannedClass;
import initlab.grader.text.Messages;
import initlab.student.rules.AllowList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses bytecode that uses what no answer to the lab needs. It is the second wall: the sandbox
 * must hold without it.
 */
public final class Gate {
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("java.io.", "files"),
          Map.entry("java.nio.", "files"),
          Map.entry("java.net.", "network"),
          Map.entry("javax.net.", "network"),
          Map.entry("java.lang.reflect.", "reflection"),
          Map.entry("java.lang.invoke.", "reflection"),
          Map.entry("java.lang.Class", "reflection"),
          Map.entry("java.lang.Module", "reflection"),
          Map.entry("java.lang.StackWalker", "reflection"),
          Map.entry("java.lang.Thread", "threads"),
          Map.entry("java.util.concurrent.", "threads"),
          Map.entry("java.util.Timer", "threads"),
          Map.entry("java.lang.Process", "programs"),
          Map.entry("java.lang.Runtime", "programs"),
          Map.entry("java.lang.System", "settings"),
          Map.entry("sun.", "insides"),
          Map.entry("jdk.", "insides"));

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
      return allowed.flatMap(list -> rejection(compiled, list)).orElse(compiled);
    } catch (RuntimeException | StackOverflowError e) { // ASM's ways to say that it cannot read
      return new Rejected(Messages.get("gate.unreadable"));
    }
  }

  private static Optional<BuildResult> rejection(Compiled compiled, AllowList list) {
    List<ScannedClass> own = compiled.classes().values().stream().map(UseScanner::scan).toList();
    Inheritance inheritance = new Inheritance(own, list);
    return first(inheritance.forbiddenSupertypes())
        .map(
            type ->
                (BuildResult)
                    new Rejected(
                        Messages.get("gate.extends", type.line(), type.show(), reason(type))))
        .or(() -> firstHit(own, inheritance).map(Gate::rejected));
  }

  private static Optional<Use> firstHit(List<ScannedClass> own, Inheritance inheritance) {
    Stream<Use> uses =
        own.stream().flatMap(scanned -> scanned.uses().stream()).map(inheritance::resolve);
    return first(
        Stream.concat(uses, inheritance.answeredByForeign())
            .filter(use -> !inheritance.isAllowed(use)));
  }

  private static Optional<Use> first(Stream<Use> uses) {
    return uses.min(
        Comparator.comparingInt((Use use) -> use.line() == 0 ? Integer.MAX_VALUE : use.line())
            .thenComparing(use -> use.member().isEmpty()) // the call says more than its types
            .thenComparing(Use::type)
            .thenComparing(Use::member));
  }

  private static BuildResult rejected(Use use) {
    return new Rejected(
        use.line() == 0
            ? Messages.get("gate.class", use.show(), reason(use))
            : Messages.get("gate.line", use.line(), use.show(), reason(use)));
  }

  private static String reason(Use use) {
    return REASONS.entrySet().stream()
        .filter(entry -> use.type().startsWith(entry.getKey()))
        .findFirst()
        .map(entry -> Messages.get("gate.reason." + entry.getValue()))
        .orElse("");
  }
}
