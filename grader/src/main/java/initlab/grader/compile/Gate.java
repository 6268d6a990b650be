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
import java.util.Set;
import java.util.stream.Stream;

/**
 * Refuses bytecode that uses what no answer to the lab needs. It is the second wall: the sandbox
 * must hold without it.
 */
public final class Gate {
  /** Why packages are refused, by their beginning. */
  private static final Map<String, String> PACKAGES =
      Map.of(
          "java.io.", "files",
          "java.nio.", "files",
          "java.net.", "network",
          "javax.net.", "network",
          "java.lang.reflect.", "reflection",
          "java.lang.invoke.", "reflection",
          "java.util.concurrent.", "threads",
          "sun.", "insides",
          "jdk.", "insides");

  /** Why types of other packages are refused. */
  private static final Map<String, Set<String>> TYPES =
      Map.of(
          "reflection",
          Set.of(
              "java.lang.Class",
              "java.lang.ClassLoader",
              "java.lang.Module",
              "java.lang.ModuleLayer",
              "java.lang.StackWalker"),
          "threads",
          Set.of(
              "java.lang.Thread",
              "java.lang.ThreadGroup",
              "java.lang.ThreadLocal",
              "java.util.Timer",
              "java.util.TimerTask"),
          "programs",
          Set.of(
              "java.lang.Process",
              "java.lang.ProcessBuilder",
              "java.lang.ProcessHandle",
              "java.lang.Runtime"),
          "settings",
          Set.of("java.lang.System"));

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

  /** Those of some names that nothing has: a misspelt allowance would be none. */
  public static List<String> unknown(List<String> names) {
    return names.stream()
        .filter(name -> !name.equals("synchronized") && !isType(name) && !isMember(name))
        .toList();
  }

  private static boolean isType(String name) {
    return type(name).isPresent();
  }

  private static boolean isMember(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0
        && type(name.substring(0, dot))
            .filter(type -> !AllowList.declarers(type, name.substring(dot + 1)).isEmpty())
            .isPresent();
  }

  private static Optional<Class<?>> type(String name) {
    try {
      return Optional.of(Class.forName(name, false, Gate.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
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
    String type = use.type().replaceFirst("[$].*", "");
    Stream<String> ofPackage =
        PACKAGES.entrySet().stream()
            .filter(entry -> type.startsWith(entry.getKey()))
            .map(Map.Entry::getValue);
    Stream<String> ofType =
        TYPES.entrySet().stream()
            .filter(entry -> entry.getValue().contains(type))
            .map(Map.Entry::getKey);
    return Stream.concat(ofPackage, ofType)
        .findFirst()
        .map(key -> Messages.get("gate.reason." + key))
        .orElse("");
  }
}
