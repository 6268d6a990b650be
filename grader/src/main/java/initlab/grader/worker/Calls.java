package initlab.grader.worker;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls the submission's methods and describes what comes of it. */
final class Calls {
  private static final String CLASS = "initlab.student.Initializers";

  private final ClassLoader loader;
  private final Earlier earlier = new Earlier();

  Calls(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Answers a question: the method, the layer dimensions, the seed. The answer has the layer
   * dimensions after the call, the kind of answer, and what belongs to that kind.
   */
  byte[] answer(DataInputStream question) throws IOException {
    Protocol.Method method = Protocol.Method.valueOf(question.readUTF());
    int[] layerDims = new int[question.readInt()];
    for (int i = 0; i < layerDims.length; i++) {
      layerDims[i] = question.readInt();
    }
    byte[] outcome = outcome(method, layerDims, question.readLong());
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(answer);
    out.writeInt(layerDims.length);
    for (int size : layerDims) {
      out.writeInt(size);
    }
    out.write(outcome);
    return answer.toByteArray();
  }

  private byte[] outcome(Protocol.Method method, int[] layerDims, long seed) throws IOException {
    try {
      java.lang.reflect.Method java = find(method);
      Object result =
          method.hasSeed()
              ? java.invoke(null, layerDims, seed)
              : java.invoke(null, (Object) layerDims);
      return result instanceof Map<?, ?> map
          ? ResultCopy.of(map, earlier)
          : text(Protocol.NO_MAP, result == null ? "null" : result.getClass().getName());
    } catch (NoSuchMethodException e) {
      return text(Protocol.NO_METHOD, Objects.requireNonNull(e.getMessage()));
    } catch (InvocationTargetException | ExceptionInInitializerError e) {
      return text(Protocol.THREW, describe(Objects.requireNonNullElse(e.getCause(), e)));
    } catch (Throwable e) {
      return text(Protocol.THREW, describe(e));
    }
  }

  private java.lang.reflect.Method find(Protocol.Method method)
      throws ClassNotFoundException, NoSuchMethodException {
    Class<?>[] types =
        method.hasSeed() ? new Class<?>[] {int[].class, long.class} : new Class<?>[] {int[].class};
    Class<?> initializers = Class.forName(CLASS, false, loader);
    try {
      java.lang.reflect.Method found = declared(initializers, method.javaName(), types);
      if (!Modifier.isStatic(found.getModifiers())
          || !Map.class.isAssignableFrom(found.getReturnType())) {
        throw new NoSuchMethodException(signatures(initializers));
      }
      found.setAccessible(true);
      return found;
    } catch (NoSuchMethodException e) {
      throw new NoSuchMethodException(signatures(initializers));
    }
  }

  /** A call in Java finds a method of a superclass too. */
  private static java.lang.reflect.Method declared(Class<?> type, String name, Class<?>[] types)
      throws NoSuchMethodException {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      try {
        return at.getDeclaredMethod(name, types);
      } catch (NoSuchMethodException inherited) {
        // it may stand further up
      }
    }
    throw new NoSuchMethodException(name);
  }

  private static String signatures(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .map(Calls::signature)
        .collect(Collectors.toCollection(TreeSet::new))
        .toString();
  }

  private static String signature(java.lang.reflect.Method method) {
    String parameters =
        Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    return (isStatic ? "static " : "")
        + method.getReturnType().getSimpleName()
        + " "
        + method.getName()
        + parameters;
  }

  /** Type, message and line of an exception, without trusting it to answer. */
  static String describe(Throwable thrown) {
    String type = thrown.getClass().getName();
    try {
      String line =
          Arrays.stream(thrown.getStackTrace())
              .filter(frame -> frame.getClassName().startsWith(CLASS))
              .findFirst()
              .map(frame -> " (line " + frame.getLineNumber() + ")")
              .orElse("");
      String message = thrown.getMessage();
      return message == null ? type + line : type + ": " + ResultCopy.cut(message) + line;
    } catch (Throwable e) {
      return type;
    }
  }

  private static byte[] text(byte kind, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(kind);
    out.writeUTF(
        text.length() <= 4 * Protocol.MAX_TEXT ? text : text.substring(0, 4 * Protocol.MAX_TEXT));
    return bytes.toByteArray();
  }
}
