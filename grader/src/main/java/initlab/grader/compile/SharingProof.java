package initlab.grader.compile;

import initlab.grader.sandbox.Sharing;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Proves of a submission what of it can stay in a process in which it was called.
 *
 * <p>It leaves nothing behind if what its classes keep beyond a call are numbers and texts that
 * never change, if they print nothing, catch nothing but exceptions, lock nothing, and call nothing
 * but each other and members that are known to work on their arguments alone: objects of its own
 * are gone with the call, as nothing that stays can hold them. All keys that they put into maps are
 * texts and numbers: what is found under any other can tell its identity hash, and so what went
 * before. Most answers to a lab are so. If its own classes keep more, or it prints, then what stays
 * is gone with its classes, which are loaded anew for each submission. Whatever is not proved may
 * leave anything.
 */
public final class SharingProof {
  /** Classes fill the memory of a process until it finds the time to clear them away. */
  private static final int MOST_CLASSES = 20;

  /** AnalyzerAdapter takes no compressed frames. */
  private static final int READER_OPTIONS = ClassReader.SKIP_DEBUG | ClassReader.EXPAND_FRAMES;

  private static final String TEXT = "()Ljava/lang/String;";

  /** What a record has of itself tells what its fields tell. */
  private static final String HASH = "hashCode()I";

  /** What an exception has of its own, but for its message, tells where it was thrown. */
  private static final Set<String> OF_EXCEPTIONS =
      Set.of(
          "addSuppressed",
          "fillInStackTrace",
          "getCause",
          "getLocalizedMessage",
          "getStackTrace",
          "getSuppressed",
          "initCause",
          "printStackTrace",
          "setStackTrace");

  private static final String MAIN = "main([Ljava/lang/String;)V";

  private static final String OF_MAIN = "lambda$main$";

  private final KnownMembers members;

  /**
   * For submissions that are written with a library.
   *
   * @param library its members that leave nothing behind: {@code a.b.C.method}
   */
  public SharingProof(Set<String> library) {
    members = new KnownMembers(library);
  }

  /** Who may be called where these class files were, which are named by their binary names. */
  public Sharing sharing(Map<String, byte[]> classes) {
    if (classes.size() > MOST_CLASSES || !areOfOnePackage(classes.keySet())) {
      return Sharing.SUBMISSION;
    }
    Proof proof = new Proof(members, classes.keySet());
    for (byte[] one : classes.values()) {
      new ClassReader(one).accept(new ClassProof(proof), READER_OPTIONS);
    }
    return proof.sharing();
  }

  /** A class of a package of the library's is not what runs under its name. */
  private static boolean areOfOnePackage(Set<String> names) {
    return names.stream()
            .map(name -> name.substring(0, name.lastIndexOf('.') + 1))
            .distinct()
            .count()
        == 1;
  }

  /** What is known of all classes of a submission so far. */
  static final class Proof {
    private final KnownMembers members;
    private final Set<String> own;
    private final Set<String> shown = new HashSet<>(); // types of its own that texts are made of
    private final Set<String> opaque = new HashSet<>(); // and those whose text may be any
    private boolean holds = true;
    private boolean keepsOrPrints;
    private boolean formats;
    private boolean hasOpaqueArrays;
    private boolean hasOpaqueKeys;

    Proof(KnownMembers members, Set<String> own) {
      this.members = members;
      this.own = own;
    }

    void require(boolean condition) {
      holds &= condition;
    }

    /** Notes that something stays, in classes of its own, or that something is printed. */
    void noteKeptOrPrinted() {
      keepsOrPrints = true;
    }

    /** Notes an array that may hold what has an identity; a format could print it. */
    void notePlain(boolean isPlain) {
      hasOpaqueArrays |= !isPlain;
    }

    /** Notes a key of a map: what is found under one with an identity tells that. */
    void noteKey(boolean isPlain) {
      hasOpaqueKeys |= !isPlain;
    }

    /** Notes a type of its own whose text is not that of numbers and texts in it. */
    void noteOpaque(String type) {
      opaque.add(type);
    }

    /**
     * Notes that a text is made of what has a type, and tells whether that is all in it; of a type
     * of its own {@link #sharing} tells.
     */
    boolean noteShown(String type) {
      if (isOwn(type)) {
        shown.add(type);
      }
      return isOwn(type) || members.isKnown(type, "toString", TEXT);
    }

    Sharing sharing() {
      holds &= Collections.disjoint(shown, opaque);
      if (!holds || (formats && hasOpaqueArrays) || hasOpaqueKeys) {
        return Sharing.SUBMISSION;
      }
      return keepsOrPrints ? Sharing.CONTAINED : Sharing.STATELESS;
    }

    boolean isOwn(String type) {
      return own.contains(type.replace('/', '.'));
    }

    /** A member that is called, or handed on to be. */
    void requireKnown(String owner, String name, String descriptor) {
      if (isOwn(owner)) {
        requireOwn(owner, name, descriptor);
        return;
      }
      formats |= KnownMembers.isFormat(owner, name);
      notePlain(!KnownMembers.givesArray(name, descriptor));
      keepsOrPrints |= name.startsWith("print");
      require(members.isKnown(owner, name, descriptor));
    }

    private void requireOwn(String owner, String name, String descriptor) {
      boolean tellsIdentity = HASH.equals(name + descriptor) || OF_EXCEPTIONS.contains(name);
      boolean isOfEnum = name.equals(MethodProof.VALUE_OF);
      if (name.equals("toString")) {
        shown.add(owner);
      }
      require(!tellsIdentity && !isOfEnum && !isUnseen(name, descriptor));
    }

    boolean isKnownField(String owner, String name) {
      return members.isKnown(owner, name, "");
    }

    boolean mayBeImplemented(String type) {
      return isOwn(type) || members.mayBeImplemented(type);
    }

    /** Whether nobody calls a method: main, and the lambdas in it. */
    static boolean isUnseen(String name, String descriptor) {
      return MAIN.equals(name + descriptor) || name.startsWith(OF_MAIN);
    }
  }

  private static final class ClassProof extends ClassVisitor {
    private final Proof proof;
    private String owner = "";
    private boolean isRecord;

    ClassProof(Proof proof) {
      super(Opcodes.ASM9);
      this.proof = proof;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        String superName,
        String[] interfaces) {
      owner = name;
      proof.require(KnownMembers.SUPERCLASSES.contains(superName) || proof.isOwn(superName));
      for (String type : interfaces) {
        proof.require(proof.mayBeImplemented(type));
      }
      isRecord = superName.equals("java/lang/Record");
      if (!isRecord && (access & Opcodes.ACC_ENUM) == 0) {
        proof.noteOpaque(name);
      }
    }

    /** The fields of an object are gone with it. */
    @Override
    public @Nullable FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object constant) {
      boolean isPlain = KnownMembers.isPlain(Type.getType(descriptor));
      boolean isConstant = (access & Opcodes.ACC_FINAL) != 0 && isPlain;
      if (isRecord && !isPlain) {
        proof.noteOpaque(owner);
      }
      if ((access & Opcodes.ACC_STATIC) != 0 && !isConstant) {
        proof.noteKeptOrPrinted();
      }
      return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      proof.require((access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) == 0);
      proof.require(!name.equals("finalize"));
      return Proof.isUnseen(name, descriptor)
          ? null
          : MethodProof.of(proof, owner, access, name, descriptor);
    }
  }
}
