package initlab.grader.compile;

import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
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
            && arguments[1] instanceof Handle called // Java looks at its erased type alone
            && KnownMembers.givesPlain(called.getOwner(), called.getName(), called.getDesc());
    if (givesPlain && stack != null) {
      stack.set(stack.size() - 1, GIVES_PLAIN);
    }
  }

  /** The type of what lies at a depth of the stack, 1 at the top; empty if it is not known. */
  String at(int depth) {
    List<Object> all = stack; // null where nothing leads to
    boolean isThere = all != null && all.size() >= depth;
    return isThere && all.get(all.size() - depth) instanceof String type ? type : "";
  }
}
