package initlab.grader.build;

import initlab.grader.build.UseScanner.ScannedClass;
import initlab.student.rules.AllowList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says whose member a submission uses: bytecode names a submission's own class where it calls what
 * that class has inherited.
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

  /**
   * The use of an inherited member as a use of the type that it is refused for, if there is one.
   */
  Use resolve(Use use) {
    if (!own.containsKey(use.type()) || use.member().isEmpty()) {
      return use;
    }
    Set<String> ancestors = new LinkedHashSet<>();
    boolean isDeclared = collect(use.type(), use.member() + use.descriptor(), ancestors);
    if (isDeclared || use.member().equals("<init>")) {
      return use;
    }
    List<Use> inherited = new ArrayList<>();
    ancestors.forEach(
        type -> inherited.add(new Use(type, use.member(), use.descriptor(), use.line())));
    return inherited.stream()
        .filter(one -> list.excludes(one.type(), one.member()))
        .findFirst()
        .or(
            () ->
                inherited.stream().filter(one -> list.allows(one.type(), one.member())).findFirst())
        .or(() -> inherited.stream().findFirst())
        .orElse(use);
  }

  /** Collects the foreign ancestors of an own class; true if an own one declares the member. */
  private boolean collect(String type, String member, Set<String> ancestors) {
    ScannedClass scanned = own.get(type);
    if (scanned == null) {
      ancestors.add(type);
      return false;
    }
    boolean isDeclared = scanned.declared().contains(member);
    for (String supertype : scanned.supertypes()) {
      isDeclared |= !supertype.equals(type) && collect(supertype, member, ancestors);
    }
    return isDeclared;
  }
}
