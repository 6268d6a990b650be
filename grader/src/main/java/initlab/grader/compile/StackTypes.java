package initlab.grader.compile;

import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;

/**
 * What is on the stack before each instruction, and of a lambda whether it gives texts or numbers.
 */
final class StackTypes extends AnalyzerAdapter {
  /** The type of such a lambda; no class can be named so. */
  static final String GIVES_PLAIN = "gives;plain";

  StackTypes(String owner, int access, String method, String descriptor, MethodVisitor next) {
    super(Opcodes.ASM9, owner, access, method, descriptor, next);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    boolean givesPlain =
        arguments.length == 3
            && arguments[2] instanceof Type called
            && called.getSort() == Type.METHOD
            && KnownMembers.isPlain(called.getReturnType());
    if (givesPlain && stack != null) {
      stack.set(stack.size() - 1, GIVES_PLAIN);
    }
  }
}
