package initlab.grader.compile;

import initlab.grader.compile.UseScanner.ScannedClass;
import initlab.student.rules.AllowList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/**
 * Says whose member a submission uses: bytecode names a submission's own class where it calls what
 * that class has inherited, and a submission's own interface where what answers is somebody else's.
 */
final class Inheritance {
  private final Map<String, ScannedClass> own;
  private final AllowList list;

  Inheritance(List<ScannedClass> own, AllowList list) {
    this.own =
        own.stream()
            .collect(Collectors.toMap(ScannedClass::name, Function.identity(), (a, b) -> a));
    this.list = list;
  }

  /** What the classes extend and implement that they may not. */
  Stream<Use> forbiddenSupertypes() {
    return own.values().stream()
        .flatMap(
            scanned ->
                scanned.supertypes().stream()
                    .filter(type -> !own.containsKey(type) && !list.mayBeExtended(type))
                    .map(type -> Use.of(type, scanned.line())));
  }

  /**
   * The use of an inherited member as a use of the type that it is refused for, if there is one.
   */
  Use resolve(Use use) {
    if (!own.containsKey(use.type()) || use.member().isEmpty() || use.member().equals("<init>")) {
      return use;
    }
    Ancestors ancestors = ancestors(use.type());
    String member = use.member() + use.descriptor();
    boolean isDeclared =
        ancestors.own().stream().anyMatch(type -> type.declared().contains(member));
    return isDeclared ? use : ofForeign(use, ancestors.foreign());
  }

  private Use ofForeign(Use use, Set<String> foreign) {
    List<Use> inherited =
        foreign.stream()
            .map(type -> new Use(type, use.member(), use.descriptor(), use.line()))
            .toList();
    return inherited.stream()
        .filter(inheritedUse -> list.refuses(inheritedUse.type(), inheritedUse.member()))
        .findFirst()
        .or(() -> inherited.stream().filter(this::isAllowed).findFirst())
        .or(() -> inherited.stream().findFirst())
        .orElse(use);
  }

  /**
   * The members of foreign types that answer calls of members which a submission's own interfaces
   * and abstract classes declare: whoever calls those need not name the foreign type.
   */
  Stream<Use> answeredByForeign() {
    return own.values().stream().filter(scanned -> !scanned.isInterface()).flatMap(this::answered);
  }

  private Stream<Use> answered(ScannedClass scanned) {
    Ancestors ancestors = ancestors(scanned.name());
    Set<String> asked = new LinkedHashSet<>();
    Set<String> implemented = new HashSet<>();
    for (ScannedClass type : ancestors.own()) {
      (type.isInterface() ? asked : implemented).addAll(type.declared());
    }
    asked.removeAll(implemented);
    return ancestors.foreign().stream()
        .flatMap(foreign -> methods(foreign, asked))
        .map(use -> new Use(use.type(), use.member(), use.descriptor(), scanned.line()));
  }

  private static Stream<Use> methods(String foreign, Set<String> asked) {
    return superclasses(foreign).stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> asked.contains(method.getName() + Type.getMethodDescriptor(method)))
        .map(method -> new Use(foreign, method.getName(), Type.getMethodDescriptor(method), 0));
  }

  /** Whether a use is of the submission's own, or of what the list has. */
  boolean isAllowed(Use use) {
    return own.containsKey(use.type()) || list.allows(use.type(), use.member());
  }

  /** A type of Java or of the library with all that it extends and implements. */
  private static Set<Class<?>> superclasses(String name) {
    Set<Class<?>> all = new LinkedHashSet<>();
    find(name).ifPresent(type -> addSupertypes(type, all));
    return all;
  }

  private static Optional<Class<?>> find(String name) {
    try {
      return Optional.of(Class.forName(name, false, Inheritance.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty(); // the submission's own, or nobody's
    }
  }

  private static void addSupertypes(Class<?> type, Set<Class<?>> all) {
    if (all.add(type)) {
      Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
          .forEach(supertype -> addSupertypes(supertype, all));
    }
  }

  /** What a type extends and implements, itself included: the submission's own and others'. */
  private record Ancestors(List<ScannedClass> own, Set<String> foreign) {}

  /** Each type is visited once, however many ways lead to it. */
  private Ancestors ancestors(String type) {
    Ancestors ancestors = new Ancestors(new ArrayList<>(), new LinkedHashSet<>());
    Set<String> seen = new HashSet<>();
    List<String> left = new ArrayList<>(List.of(type));
    while (!left.isEmpty()) {
      String next = left.remove(left.size() - 1);
      ScannedClass scanned = own.get(next);
      if (scanned == null) {
        ancestors.foreign().add(next);
      } else if (seen.add(next)) {
        ancestors.own().add(scanned);
        left.addAll(scanned.supertypes());
      }
    }
    return ancestors;
  }
}
