package initlab.grader.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Lists all that a class file uses: members called, read, written or referred to, classes created,
 * cast to, caught, extended and declared, bootstrap methods, and what the language can do besides
 * (native methods, monitors, finalizers).
 */
final class UseScanner extends ClassVisitor {
  private final Set<Use> uses = new LinkedHashSet<>(); // a bomb of bytecode uses the same often
  private final Set<String> supertypes = new LinkedHashSet<>();
  private final Set<String> declared = new HashSet<>();
  private String name = "";
  private boolean isInterface;
  private int firstLine;

  private UseScanner() {
    super(Opcodes.ASM9);
  }

  /**
   * A class of a submission.
   *
   * @param name its binary name
   * @param line the first line of its code, or 0
   * @param isInterface whether it is an interface
   * @param supertypes what it extends and implements
   * @param declared its own methods and fields, with their descriptors
   * @param uses what it uses, to be looked up in the list
   */
  record ScannedClass(
      String name,
      int line,
      boolean isInterface,
      Set<String> supertypes,
      Set<String> declared,
      List<Use> uses) {}

  static ScannedClass scan(byte[] classFile) {
    UseScanner scanner = new UseScanner();
    new ClassReader(classFile).accept(scanner, 0);
    return new ScannedClass(
        scanner.name,
        scanner.firstLine,
        scanner.isInterface,
        scanner.supertypes,
        scanner.declared,
        List.copyOf(scanner.uses));
  }

  private void type(Type type, int line) {
    switch (type.getSort()) {
      case Type.ARRAY -> type(type.getElementType(), line);
      case Type.OBJECT -> uses.add(Use.of(type.getClassName(), line));
      case Type.METHOD -> {
        type(type.getReturnType(), line);
        List.of(type.getArgumentTypes()).forEach(argument -> type(argument, line));
      }
      default -> {
        // a primitive type does nothing
      }
    }
  }

  private void member(String owner, String name, String descriptor, int line) {
    Type type = Type.getObjectType(owner);
    if (type.getSort() == Type.ARRAY) {
      type(type, line); // clone() of an array
    } else {
      uses.add(new Use(type.getClassName(), name, descriptor, line));
    }
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    this.name = Type.getObjectType(name).getClassName();
    isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    supertype(superName);
    for (String implemented : interfaces) {
      supertype(implemented);
    }
  }

  private void supertype(String type) {
    String name = Type.getObjectType(type).getClassName();
    uses.add(Use.of(name, 0));
    supertypes.add(name);
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    declared.add(name + " " + descriptor);
    return super.visitField(access, name, descriptor, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    declared.add(name + descriptor);
    type(Type.getMethodType(descriptor), 0);
    if ((access & Opcodes.ACC_NATIVE) != 0) {
      uses.add(Use.of("native", 0));
    }
    if ((access & Opcodes.ACC_SYNCHRONIZED) != 0) {
      uses.add(Use.of("synchronized", 0));
    }
    if (name.equals("finalize") && descriptor.equals("()V")) {
      uses.add(Use.of("finalize", 0));
    }
    return new Instructions();
  }

  private final class Instructions extends MethodVisitor {
    private final Map<Label, List<Type>> caught = new HashMap<>();
    private final List<Type> entered = new ArrayList<>();
    private int line;

    Instructions() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitLineNumber(int number, Label start) {
      line = number;
      firstLine = firstLine == 0 ? number : Math.min(firstLine, number);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      member(owner, name, descriptor, line);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      member(owner, name, " " + descriptor, line);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      type(Type.getObjectType(type), line);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      type(Type.getType(descriptor), line);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
      if (type != null) {
        caught.computeIfAbsent(handler, label -> new ArrayList<>()).add(Type.getObjectType(type));
      }
    }

    /** A handler begins by storing the exception, with or without a line number of its own. */
    @Override
    public void visitVarInsn(int opcode, int variable) {
      entered.forEach(type -> type(type, line));
      entered.clear();
    }

    @Override
    public void visitLabel(Label label) {
      entered.addAll(caught.getOrDefault(label, List.of()));
    }

    @Override
    public void visitEnd() {
      entered.forEach(type -> type(type, line));
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.MONITORENTER) {
        uses.add(Use.of("synchronized", line));
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      member(bootstrap.getOwner(), bootstrap.getName(), bootstrap.getDesc(), line);
      for (Object argument : arguments) {
        constant(argument);
      }
    }

    @Override
    public void visitLdcInsn(Object value) {
      constant(value);
    }

    private void constant(Object value) {
      if (value instanceof Type type) {
        type(type, line);
      } else if (value instanceof Handle handle) {
        boolean isField = handle.getTag() <= Opcodes.H_PUTSTATIC;
        String descriptor = (isField ? " " : "") + handle.getDesc();
        member(handle.getOwner(), handle.getName(), descriptor, line);
      } else if (value instanceof ConstantDynamic) {
        uses.add(Use.of("a dynamic constant", line));
      }
    }
  }
}
