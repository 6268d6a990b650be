package initlab.grader.sandbox;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A class of the matrix library as a worker has it: a method that opens files, starts threads or
 * draws throws instead, so that there is nothing to reach for whoever finds a way to call it.
 */
final class HarmlessClass {
  private static final Pattern MACHINE =
      Pattern.compile(
          "java/io/(File|RandomAccess|Object(In|Out)put).*|java/nio/(file|channels)/.*|java/net/.*"
              + "|java/util/concurrent/(ForkJoin|Exec|Thread).*"
              + "|java/lang/(Thread|ThreadGroup|Process|ProcessBuilder|Runtime|ClassLoader)"
              + "|java/awt/.*|javax/.*");

  /** It says whether large matrices are computed in many threads; without it they are not. */
  private static final String SWITCH = "org/ejml/concurrency/EjmlConcurrency";

  private static final String UNSUPPORTED = "java/lang/UnsupportedOperationException";

  private final Set<String> touching = new HashSet<>();
  private boolean isOfTheMachine;

  private HarmlessClass() {}

  /** The class without what touches the machine; empty if it extends something that does. */
  static Optional<byte[]> of(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    HarmlessClass own = new HarmlessClass();
    reader.accept(own.new Search(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    if (own.isOfTheMachine) {
      return Optional.empty();
    }
    if (own.touching.isEmpty()) {
      return Optional.of(classFile);
    }
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(own.new Replacement(writer), 0);
    return Optional.of(writer.toByteArray());
  }

  private static boolean touches(String owner, String name, String descriptor) {
    boolean opensFile =
        owner.equals("java/io/PrintStream")
            && name.equals("<init>")
            && descriptor.startsWith("(Ljava/lang/String;");
    boolean startsThreads = owner.startsWith("java/util/stream/") && name.equals("parallel");
    return opensFile || startsThreads || MACHINE.matcher(owner).matches();
  }

  /** Finds what touches the machine. */
  private final class Search extends ClassVisitor {
    private String type = "";

    Search() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        String superName,
        String[] interfaces) {
      type = name;
      isOfTheMachine = MACHINE.matcher(superName).matches();
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      String method = name + descriptor;
      if (type.equals(SWITCH) && name.equals("<clinit>")) {
        touching.add(method);
      }
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String of, boolean isInterface) {
          if (touches(owner, called, of)) {
            touching.add(method);
          }
        }

        @Override
        public void visitTypeInsn(int opcode, String used) {
          if (MACHINE.matcher(used).matches()) {
            touching.add(method);
          }
        }
      };
    }
  }

  /** Leaves the rest as it is. */
  private final class Replacement extends ClassVisitor {
    Replacement(ClassWriter writer) {
      super(Opcodes.ASM9, writer);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      if (!touching.contains(name + descriptor)) {
        return method;
      }
      method.visitCode();
      if (name.equals("<clinit>")) {
        method.visitInsn(Opcodes.RETURN);
      } else {
        refuse(method, name);
      }
      method.visitMaxs(3, Type.getArgumentsAndReturnSizes(descriptor) >> 2);
      method.visitEnd();
      return null;
    }

    private static void refuse(MethodVisitor method, String name) {
      method.visitTypeInsn(Opcodes.NEW, UNSUPPORTED);
      method.visitInsn(Opcodes.DUP);
      method.visitLdcInsn(name + ": there are no files, threads and windows where this is graded");
      method.visitMethodInsn(
          Opcodes.INVOKESPECIAL, UNSUPPORTED, "<init>", "(Ljava/lang/String;)V", false);
      method.visitInsn(Opcodes.ATHROW);
    }
  }
}
