package initlab.grader.compile;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The instructions of a method, for the {@linkplain SharingProof proof} about a submission. */
final class MethodProof extends MethodVisitor {
  /** What javac makes of lambdas, of the concatenation of texts, and of records. */
  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

  private static final String CONCATENATION = "java/lang/invoke/StringConcatFactory";
  private static final String RECORDS = "java/lang/runtime/ObjectMethods";

  /** Java calls these in an order that identity hashes make, and an own one could note it. */
  private static final Set<String> OF_RECORDS = Set.of("equals", "hashCode", "toString");

  /** What the instruction before has left, where it is not the value of a variable. */
  private static final int PLAIN = -1;

  private static final int OPAQUE = -2;

  /** Nobody may call it of a submission's classes. */
  static final String VALUE_OF = "valueOf";

  private static final String CONSOLE = "java/lang/System";

  private final SharingProof.Proof proof;
  private final String method;
  private final Set<Integer> opaque = new HashSet<>(); // variables that may hold any object
  private final Set<Integer> shown = new HashSet<>(); // variables of which texts are made
  private final Set<Integer> kept = new HashSet<>(); // variables that are put into arrays
  private int left = OPAQUE;
  private boolean isOfRecord;
  private final StackTypes types;

  private MethodProof(
      SharingProof.Proof proof, String owner, int access, String method, String descriptor) {
    super(Opcodes.ASM9);
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    this.proof = proof;
    this.method = method;
    int variable = isStatic ? 0 : 1;
    for (Type type : Type.getArgumentTypes(descriptor)) {
      if (!KnownMembers.isPlain(type)) {
        opaque.add(variable);
      }
      variable += type.getSize();
    }
    if (!isStatic) {
      opaque.add(0);
    }
    types = new StackTypes(owner, access, method, descriptor, this);
  }

  /** What a method of a class is to be visited with. */
  static MethodVisitor of(
      SharingProof.Proof proof, String owner, int access, String name, String descriptor) {
    return new MethodProof(proof, owner, access, name, descriptor).types;
  }

  private void leaves(boolean isPlain) {
    left = isPlain ? PLAIN : OPAQUE;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    boolean isSuper =
        method.equals("<init>")
            && name.equals("<init>")
            && KnownMembers.SUPERCLASSES.contains(owner);
    if (KnownMembers.addsKey(owner, name)) {
      String key = types.at(Type.getArgumentTypes(descriptor).length);
      boolean isGiven = name.equals(KnownMembers.TO_MAP);
      proof.noteKey(isGiven ? key.equals(StackTypes.GIVES_PLAIN) : isPlain(key));
    }
    boolean isCopy = owner.startsWith("[") && name.equals("clone");
    if (KnownMembers.isTextOfAny(owner, name, descriptor)) {
      shows();
    } else if (isSuper) {
      proof.require(!KnownMembers.isOfCause(name, descriptor));
    } else if (!isCopy && !isValueOfEnum(owner, name)) {
      proof.requireKnown(owner, name, descriptor);
    }
    Type returned = Type.getReturnType(descriptor);
    leaves(returned.getSort() != Type.VOID && KnownMembers.isPlain(returned));
  }

  /** What javac writes for every enum; where the stack ends, Java takes it for a wrong name. */
  private boolean isValueOfEnum(String owner, String name) {
    return owner.equals("java/lang/Enum") && name.equals(VALUE_OF) && method.equals(VALUE_OF);
  }

  private static boolean isPlain(String type) {
    return !type.isEmpty() && KnownMembers.isPlain(Type.getObjectType(type));
  }

  private void shows() {
    if (!proof.noteShown(types.at(1))) {
      proof.require(left != OPAQUE);
      shown.add(left);
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    left = OPAQUE;
    switch (bootstrap.getOwner()) {
      case LAMBDAS -> lambda(name, descriptor, bootstrap, arguments);
      case CONCATENATION -> {
        for (Type type : Type.getArgumentTypes(descriptor)) {
          proof.require(KnownMembers.isPlain(type) || proof.noteShown(type.getInternalName()));
        }
      }
      case RECORDS -> {
        isOfRecord = true;
        proof.require(OF_RECORDS.contains(method));
      }
      default -> proof.require(false);
    }
  }

  private void lambda(String name, String descriptor, Handle bootstrap, Object... arguments) {
    String type = Type.getReturnType(descriptor).getInternalName();
    proof.require(bootstrap.getName().equals("metafactory"));
    if (!KnownMembers.isFunction(type)) {
      Type called = (Type) arguments[0];
      proof.requireKnown(type, name, called.getDescriptor());
    }
    for (Object argument : arguments) {
      if (argument instanceof Handle called) {
        if (KnownMembers.addsKey(called.getOwner(), called.getName())) {
          proof.noteKey(false);
        }
        proof.requireKnown(called.getOwner(), called.getName(), called.getDesc());
      }
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    boolean isRead = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
    if (owner.equals(CONSOLE)) {
      proof.noteKeptOrPrinted();
      proof.require(name.equals("out") || name.equals("err"));
    } else {
      proof.require(proof.isOwn(owner) || (isRead && proof.isKnownField(owner, name)));
    }
    leaves(isRead && KnownMembers.isPlain(Type.getType(descriptor)));
  }

  /** A bare object or an array of objects has nothing to show but its identity. */
  @Override
  public void visitTypeInsn(int opcode, String type) {
    boolean isPlain = KnownMembers.isPlain(Type.getObjectType(type));
    if (opcode == Opcodes.NEW) {
      proof.require(!type.equals("java/lang/Object"));
    }
    if (opcode == Opcodes.ANEWARRAY) {
      proof.notePlain(isPlain || type.equals("java/lang/Object"));
    }
    leaves(opcode == Opcodes.CHECKCAST && isPlain);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    proof.notePlain(false);
    left = OPAQUE;
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.AASTORE) {
      proof.notePlain(left != OPAQUE);
      kept.add(left);
    }
    proof.require(opcode != Opcodes.MONITORENTER);
    left = OPAQUE;
  }

  @Override
  public void visitLdcInsn(Object value) {
    boolean isOwnClass = value instanceof Type type && proof.isOwn(type.getInternalName());
    boolean isObject =
        value instanceof Type || value instanceof Handle || value instanceof ConstantDynamic;
    proof.require(!isObject || isOwnClass);
    leaves(!isObject);
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
    boolean isKnown = type != null && (proof.isOwn(type) || KnownMembers.mayBeCaught(type));
    proof.require(isKnown); // null: whatever comes, as finally does
  }

  /** Whoever jumps to here has left something else. */
  @Override
  public void visitLabel(Label label) {
    left = OPAQUE;
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    if (opcode == Opcodes.ASTORE && left != PLAIN) {
      opaque.add(variable);
    }
    left = opcode == Opcodes.ALOAD ? variable : OPAQUE;
  }

  @Override
  public void visitEnd() {
    proof.require(!OF_RECORDS.contains(method) || isOfRecord);
    proof.require(Collections.disjoint(shown, opaque));
    proof.notePlain(Collections.disjoint(kept, opaque));
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    left = OPAQUE;
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    left = OPAQUE;
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    left = OPAQUE;
  }
}
