package initlab.grader.sandbox;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Who calls whom in the classes of a jar, with every override that could answer: what cannot be
 * reached in it cannot be reached at all, as long as there is no reflection.
 */
final class CallGraph {
  private final Map<String, ClassNode> classes = new HashMap<>();
  private final Map<String, Set<String>> subtypes = new HashMap<>();

  /** A method, or a type by itself, where the name is empty. */
  record Member(String owner, String name, String descriptor) {
    @Override
    public String toString() {
      return owner.replace('/', '.') + "." + name;
    }
  }

  private record Call(Member target, boolean isVirtual) {}

  private record ClassNode(
      String name, List<String> supertypes, Map<String, Set<Call>> methods, Set<String> fields) {}

  /** Reads all classes of some jars. */
  static CallGraph of(List<Path> jars) throws IOException {
    CallGraph graph = new CallGraph();
    for (Path jar : jars) {
      graph.addAll(jar);
    }
    graph.classes.values().forEach(graph::register);
    return graph;
  }

  private void addAll(Path jar) throws IOException {
    try (FileSystem inside = FileSystems.newFileSystem(jar);
        Stream<Path> files = Files.walk(inside.getPath("/"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        add(Files.readAllBytes(file));
      }
    }
  }

  private void add(byte[] bytes) {
    Scanner scanner = new Scanner();
    new ClassReader(bytes).accept(scanner, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    classes.put(scanner.node.name(), scanner.node);
  }

  private void register(ClassNode node) {
    for (String supertype : ancestors(node.name())) {
      subtypes.computeIfAbsent(supertype, unseen -> new LinkedHashSet<>()).add(node.name());
    }
  }

  /** A type with all that it extends and implements, as far as the jar and Java tell. */
  private Set<String> ancestors(String type) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (found.add(next)) {
        open.addAll(supertypes(next));
      }
    }
    found.add("java/lang/Object");
    return found;
  }

  private List<String> supertypes(String type) {
    ClassNode node = classes.get(type);
    if (node != null) {
      return node.supertypes();
    }
    List<String> found = new ArrayList<>();
    try {
      Class<?> java = Class.forName(type.replace('/', '.'), false, null);
      Stream.concat(Stream.ofNullable(java.getSuperclass()), Stream.of(java.getInterfaces()))
          .forEach(supertype -> found.add(supertype.getName().replace('.', '/')));
    } catch (ClassNotFoundException e) {
      return List.of(); // not in the jar, not in Java: nothing can come of it
    }
    return found;
  }

  boolean has(String type) {
    return classes.containsKey(type);
  }

  /** The methods of a class that have a name. */
  List<Member> named(String type, String name) {
    ClassNode node = classes.get(type);
    return node.methods().keySet().stream()
        .filter(method -> method.startsWith(name + "("))
        .map(method -> new Member(type, name, method.substring(name.length())))
        .toList();
  }

  boolean declares(String type, String name) {
    return has(type) && (!named(type, name).isEmpty() || classes.get(type).fields().contains(name));
  }

  /** All that some methods can come to, each with the one that led there first. */
  Map<Member, Member> reach(Collection<Member> roots) {
    Map<Member, Member> cameFrom = new HashMap<>();
    Deque<Member> open = new ArrayDeque<>();
    roots.forEach(root -> visit(root, root, cameFrom, open));
    while (!open.isEmpty()) {
      Member next = open.remove();
      ClassNode node = classes.get(next.owner());
      if (node == null) {
        continue;
      }
      visitInitializer(next, cameFrom, open);
      for (Call call : node.methods().getOrDefault(next.name() + next.descriptor(), Set.of())) {
        targets(call).forEach(target -> visit(target, next, cameFrom, open));
      }
    }
    return cameFrom;
  }

  private void visitInitializer(Member next, Map<Member, Member> cameFrom, Deque<Member> open) {
    for (String type : ancestors(next.owner())) {
      if (has(type)) {
        named(type, "<clinit>").forEach(clinit -> visit(clinit, next, cameFrom, open));
      }
    }
  }

  private static void visit(
      Member member, Member from, Map<Member, Member> cameFrom, Deque<Member> open) {
    if (cameFrom.putIfAbsent(member, from) == null) {
      open.add(member);
    }
  }

  /** What a call may run: the method where it is declared, and all that override it. */
  private List<Member> targets(Call call) {
    Member asked = call.target();
    List<Member> targets = new ArrayList<>();
    targets.add(declared(asked));
    if (call.isVirtual()) {
      String method = asked.name() + asked.descriptor();
      for (String subtype : subtypes.getOrDefault(asked.owner(), Set.of())) {
        if (classes.get(subtype).methods().containsKey(method)) {
          targets.add(new Member(subtype, asked.name(), asked.descriptor()));
        } else { // it may have it from a class that knows nothing of the interface
          targets.add(declared(new Member(subtype, asked.name(), asked.descriptor())));
        }
      }
    }
    return targets;
  }

  /** The member of the nearest ancestor that declares it; else as it was called. */
  private Member declared(Member asked) {
    String method = asked.name() + asked.descriptor();
    for (String type : ancestors(asked.owner())) {
      ClassNode node = classes.get(type);
      if (node != null && node.methods().containsKey(method)) {
        return new Member(type, asked.name(), asked.descriptor());
      }
    }
    return asked;
  }

  /** Reads one class. */
  private static final class Scanner extends ClassVisitor {
    private ClassNode node = new ClassNode("", List.of(), Map.of(), Set.of());

    Scanner() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        String signature,
        String superName,
        String[] interfaces) {
      List<String> supertypes = new ArrayList<>(List.of(interfaces));
      supertypes.add(0, superName);
      node = new ClassNode(name, supertypes, new HashMap<>(), new LinkedHashSet<>());
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      node.fields().add(name);
      return super.visitField(access, name, descriptor, signature, value);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      Set<Call> calls = new LinkedHashSet<>();
      node.methods().put(name + descriptor, calls);
      if ((access & Opcodes.ACC_NATIVE) != 0) {
        calls.add(new Call(new Member("native", "native", ""), false));
      }
      return new Instructions(calls);
    }
  }

  private static final class Instructions extends MethodVisitor {
    private final Set<Call> calls;

    Instructions(Set<Call> calls) {
      super(Opcodes.ASM9);
      this.calls = calls;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      boolean isVirtual = opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE;
      String type = owner.startsWith("[") ? "java/lang/Object" : owner;
      calls.add(new Call(new Member(type, name, descriptor), isVirtual));
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      calls.add(new Call(new Member(owner, name, ""), false));
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        if (argument instanceof Handle handle) {
          boolean isVirtual =
              handle.getTag() == Opcodes.H_INVOKEVIRTUAL
                  || handle.getTag() == Opcodes.H_INVOKEINTERFACE;
          Member target = new Member(handle.getOwner(), handle.getName(), handle.getDesc());
          calls.add(new Call(target, isVirtual));
        }
      }
    }
  }
}
