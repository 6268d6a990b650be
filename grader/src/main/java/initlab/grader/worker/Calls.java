package initlab.grader.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls the submission's methods and describes what comes of it. */
final class Calls {
  /** The number and the address of a lambda: both tell what went before. */
  private static final Pattern LAMBDA = Pattern.compile("[$][$]Lambda[$/0-9a-fx]*");

  private final SubmissionLoader loader;
  private final Earlier earlier = new Earlier();
  private final Bytes bytes = new Bytes();
  private final DataOutputStream out = new DataOutputStream(bytes);

  Calls(SubmissionLoader loader) {
    this.loader = loader;
  }

  /**
   * Answers a question: the method, whether it has a seed, the numbers, the seed. The answer has
   * the numbers after the call, the kind of answer, and what belongs to that kind. It holds until
   * the next.
   */
  Bytes answer(DataInputStream question) throws IOException {
    String name = question.readUTF();
    boolean hasSeed = question.readBoolean();
    int[] numbers = new int[question.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = question.readInt();
    }
    bytes.reset();
    write(numbers);
    write(name, hasSeed, numbers, question.readLong());
    for (int i = 0; i < numbers.length; i++) {
      bytes.set((i + 1) * Integer.BYTES, numbers[i]);
    }
    return bytes;
  }

  private void write(int[] numbers) throws IOException {
    out.writeInt(numbers.length);
    for (int size : numbers) {
      out.writeInt(size);
    }
  }

  private void write(String name, boolean hasSeed, int[] numbers, long seed) throws IOException {
    try {
      Method method = find(name, hasSeed);
      Object result =
          hasSeed ? method.invoke(null, numbers, seed) : method.invoke(null, (Object) numbers);
      if (result instanceof Map<?, ?> map) {
        ResultCopy.write(map, earlier, bytes);
      } else {
        text(numbers, Protocol.NO_MAP, result == null ? "null" : result.getClass().getName());
      }
    } catch (NoSuchMethodException e) {
      text(numbers, Protocol.NO_METHOD, Objects.requireNonNull(e.getMessage()));
    } catch (InvocationTargetException | ExceptionInInitializerError e) {
      text(numbers, Protocol.THREW, describe(Objects.requireNonNullElse(e.getCause(), e)));
    } catch (Throwable e) {
      text(numbers, Protocol.THREW, describe(e));
    }
  }

  private Method find(String name, boolean hasSeed)
      throws ClassNotFoundException, NoSuchMethodException {
    Class<?>[] types =
        hasSeed ? new Class<?>[] {int[].class, long.class} : new Class<?>[] {int[].class};
    Class<?> submitted = Class.forName(loader.type(), false, loader);
    try {
      Method found = declared(submitted, name, types);
      if (!Modifier.isStatic(found.getModifiers())
          || !Map.class.isAssignableFrom(found.getReturnType())) {
        throw new NoSuchMethodException(signatures(submitted));
      }
      found.setAccessible(true);
      return found;
    } catch (NoSuchMethodException e) {
      throw new NoSuchMethodException(signatures(submitted));
    }
  }

  /** A call in Java finds a method of a superclass too. */
  private static Method declared(Class<?> type, String name, Class<?>[] types)
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

  private static String signature(Method method) {
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
  private String describe(Throwable thrown) {
    String type = thrown.getClass().getName();
    try {
      String message = thrown.getMessage();
      String line = line(thrown);
      return message == null
          ? type + line
          : type + ": " + ResultCopy.cut(withoutPlaces(message)) + line;
    } catch (Throwable e) {
      return type;
    }
  }

  private static String withoutPlaces(String message) {
    String beginning = ResultCopy.cut(message, 10 * Protocol.MAX_TEXT); // there may be millions
    return LAMBDA.matcher(beginning).replaceAll("\\$\\$Lambda");
  }

  private String line(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(loader.type()))
        .findFirst()
        .map(frame -> " (line " + frame.getLineNumber() + ")")
        .orElse("");
  }

  /** Writes a text behind the numbers, in place of what stood there: a copy that broke off. */
  private void text(int[] numbers, byte kind, String text) throws IOException {
    bytes.cutAt((1 + numbers.length) * Integer.BYTES);
    out.writeByte(kind);
    out.writeUTF(
        text.length() <= 4 * Protocol.MAX_TEXT ? text : text.substring(0, 4 * Protocol.MAX_TEXT));
  }
}
