package initlab.grader.compile;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
 * Proves of a class that no call of it leaves anything behind in its process: it has no fields but
 * constants, catches nothing, locks nothing, makes no objects of its own, and calls nothing but
 * itself and members that are known to work on their arguments alone. Most answers to a lab are so.
 * Whatever is not proved is not stateless.
 */
public final class Statelessness {
  /** Java's own. None of them prints, caches what can be seen, or is answered by chance, ... */
  private static final Set<String> JAVA =
      Set.of(
          "java.lang.Math.abs",
          "java.lang.Math.max",
          "java.lang.Math.min",
          "java.lang.Math.pow",
          "java.lang.Math.sqrt",
          "java.lang.StrictMath.pow",
          "java.lang.StrictMath.sqrt",
          "java.lang.Integer.intValue",
          "java.lang.Integer.toString",
          "java.lang.Integer.valueOf",
          "java.lang.Double.doubleValue",
          "java.lang.Double.valueOf",
          "java.lang.String.concat",
          "java.lang.String.length",
          "java.lang.String.valueOf",
          "java.lang.StringBuilder.<init>",
          "java.lang.StringBuilder.append",
          "java.lang.StringBuilder.toString",
          "java.util.Map.containsKey",
          "java.util.Map.get",
          "java.util.Map.put",
          "java.util.Map.size",
          "java.util.HashMap.<init>",
          "java.util.HashMap.get",
          "java.util.HashMap.put",
          "java.util.LinkedHashMap.<init>",
          "java.util.LinkedHashMap.get",
          "java.util.LinkedHashMap.put",
          "java.util.TreeMap.<init>",
          "java.util.TreeMap.get",
          "java.util.TreeMap.put");

  /** What javac makes of the concatenation of strings. */
  private static final String CONCATENATION = "java/lang/invoke/StringConcatFactory";

  /** ... but for what makes a text of any object: the next identity hash tells of those before. */
  private static final Set<String> TEXTS =
      Set.of(
          "java.lang.String.valueOf",
          "java.lang.StringBuilder.<init>",
          "java.lang.StringBuilder.append");

  private static final Set<String> PLAIN =
      Set.of("java.lang.String", "java.lang.Integer", "java.lang.Double");

  private final Set<String> library;

  /**
   * For submissions that are written with a library.
   *
   * @param library its members that leave nothing behind: {@code a.b.C.method}
   */
  public Statelessness(Set<String> library) {
    this.library = library;
  }

  /** Whether it is proved of all of these class files. */
  public boolean holds(Map<String, byte[]> classes) {
    if (classes.size() != 1) {
      return false;
    }
    Proof proof = new Proof();
    new ClassReader(classes.values().iterator().next()).accept(proof, ClassReader.SKIP_DEBUG);
    return proof.holds;
  }

  private final class Proof extends ClassVisitor {
    private boolean holds = true;
    private String own = "";

    Proof() {
      super(Opcodes.ASM9);
    }

    private void require(boolean condition) {
      holds &= condition;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        String superName,
        String[] interfaces) {
      own = name;
      require(superName.equals("java/lang/Object") && interfaces.length == 0);
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object constant) {
      require(constant != null && (access & Opcodes.ACC_FINAL) != 0);
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      require((access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) == 0);
      require(!name.equals("<clinit>"));
      return new Instructions(name.equals("<init>"));
    }

    private boolean isKnown(String owner, String member, String descriptor) {
      String name = owner.replace('/', '.') + "." + member;
      boolean isOwn = owner.equals(own) && !member.equals("<init>");
      boolean isJavas = JAVA.contains(name) && (!TEXTS.contains(name) || takesPlain(descriptor));
      return isOwn || isJavas || library.contains(name);
    }

    /** Whether all that is made a text of is text or a number. */
    private static boolean takesPlain(String descriptor) {
      return Stream.of(Type.getArgumentTypes(descriptor))
          .allMatch(type -> type.getSort() < Type.ARRAY || PLAIN.contains(type.getClassName()));
    }

    private final class Instructions extends MethodVisitor {
      private final boolean isConstructor;

      Instructions(boolean isConstructor) {
        super(Opcodes.ASM9);
        this.isConstructor = isConstructor;
      }

      @Override
      public void visitTypeInsn(int opcode, String type) {
        require(opcode != Opcodes.NEW || !type.equals("java/lang/Object"));
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean isInterface) {
        boolean isSuper =
            isConstructor && owner.equals("java/lang/Object") && name.equals("<init>");
        require(isSuper || isKnown(owner, name, descriptor));
      }

      @Override
      public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        require(false);
      }

      @Override
      public void visitInvokeDynamicInsn(
          String name, String descriptor, Handle bootstrap, Object... arguments) {
        require(bootstrap.getOwner().equals(CONCATENATION) && takesPlain(descriptor));
      }

      @Override
      public void visitLdcInsn(Object value) {
        boolean isObject =
            value instanceof Type || value instanceof Handle || value instanceof ConstantDynamic;
        require(!isObject);
      }

      @Override
      public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        require(false);
      }

      @Override
      public void visitInsn(int opcode) {
        require(opcode != Opcodes.MONITORENTER);
      }
    }
  }
}
