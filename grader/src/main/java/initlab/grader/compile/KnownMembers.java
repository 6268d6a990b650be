package initlab.grader.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** Members of Java and of a library that are known to work on their arguments alone. */
final class KnownMembers {
  /** What a class may extend, besides one of the submission's. */
  static final Set<String> SUPERCLASSES =
      Set.of(
          "java/lang/Object",
          "java/lang/Record",
          "java/lang/Enum",
          "java/lang/Exception",
          "java/lang/RuntimeException",
          "java/lang/IllegalArgumentException",
          "java/lang/IllegalStateException");

  /** What a class may implement, besides functions, one of the submission's and the library's. */
  private static final Set<String> INTERFACES =
      Set.of(
          "java/io/Serializable",
          "java/lang/Comparable",
          "java/lang/Iterable",
          "java/lang/Runnable",
          "java/util/Comparator",
          "java/util/Iterator");

  private static final String FUNCTIONS = "java/util/function/";

  /** An exception that is made of another has its text, which may have any object's. */
  private static final String OF_CAUSE = "(Ljava/lang/Throwable;)V";

  /** What a switch over an enum, as javac makes it, catches in the class beside it. */
  private static final String NO_FIELD = "java/lang/NoSuchFieldError";

  /** What runs out (stack, memory) is an error, and not among these. */
  private static final Pattern EXCEPTION = Pattern.compile("java/(lang|util)/\\w*Exception");

  /** The next identity hash tells of those before, and the text of any object may have it. */
  private static final Set<String> TEXTS =
      Set.of(
          "java.lang.String.valueOf",
          "java.lang.StringBuilder.<init>",
          "java.lang.StringBuilder.append",
          "java.lang.AssertionError.<init>",
          "java.io.PrintStream.print",
          "java.io.PrintStream.println");

  private static final Set<String> FORMATS =
      Set.of(
          "java.lang.String.format",
          "java.lang.String.formatted",
          "java.io.PrintStream.format",
          "java.io.PrintStream.printf");

  /** They show what is in an array, or put anything into it: known for arrays of numbers alone. */
  private static final Set<String> OF_NUMBERS =
      Set.of(
          "java.util.Arrays.fill",
          "java.util.Arrays.hashCode",
          "java.util.Arrays.setAll",
          "java.util.Arrays.toString");

  /** What they give writes through to an array, or they fill one themselves. */
  private static final Set<String> FILLERS_OF_ARRAYS = Set.of("arraycopy", "asList");

  private static final Set<String> ENTRIES =
      Set.of("java/util/AbstractMap$SimpleEntry", "java/util/AbstractMap$SimpleImmutableEntry");

  private static final String ENTRY = "java/util/Map$Entry";

  private static final Set<String> MAPS =
      Set.of(
          "java/util/Map",
          "java/util/HashMap",
          "java/util/LinkedHashMap",
          "java/util/TreeMap",
          "java/util/SortedMap",
          "java/util/concurrent/ConcurrentHashMap",
          "java/util/concurrent/ConcurrentMap");

  private static final Set<String> INSERTIONS =
      Set.of("put", "putIfAbsent", "compute", "computeIfAbsent", "merge");

  /** It has its keys from its first argument. */
  static final String TO_MAP = "toMap";

  private static final Set<String> PLAIN =
      Set.of(
          "java.lang.String",
          "java.lang.Boolean",
          "java.lang.Character",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double");

  private static final String RANDOM = "java.util.Random.<init>";

  private static final String MAP_OF = "java.util.Map.of";

  private final Set<String> known = new HashSet<>();
  private final Set<String> libraryTypes = new HashSet<>();

  /**
   * Those of Java stand in known.txt.
   *
   * @param library {@code a.b.C.method}
   */
  KnownMembers(Set<String> library) {
    try (InputStream in = KnownMembers.class.getResourceAsStream("known.txt")) {
      addAll(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    known.addAll(library);
    library.forEach(member -> libraryTypes.add(member.substring(0, member.lastIndexOf('.'))));
  }

  private void addAll(String text) {
    List<String> types = List.of();
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> words = List.of(line.strip().split("\\s+"));
      boolean goesOn = line.startsWith(" ");
      types = goesOn ? types : List.of(words.get(0).split(",", -1));
      for (String type : types) {
        words.subList(goesOn ? 0 : 1, words.size()).forEach(word -> known.add(type + "." + word));
      }
    }
  }

  /** Whether a member is known; an owner is named as in a class file. */
  boolean isKnown(String owner, String name, String descriptor) {
    String member = owner.replace('/', '.') + "." + name;
    if (isOfCause(name, descriptor)) {
      return false;
    }
    if (member.equals(RANDOM)) {
      return descriptor.equals("(J)V"); // without a seed, each differs from the one before
    }
    if (member.equals(MAP_OF)) {
      return Type.getArgumentTypes(descriptor).length == 0; // more stand in an order of chance
    }
    if (OF_NUMBERS.contains(member)) {
      return isOfNumbers(Type.getArgumentTypes(descriptor)[0]);
    }
    return known.contains(member) && (!TEXTS.contains(member) || takesPlain(descriptor));
  }

  static boolean isOfCause(String name, String descriptor) {
    return name.equals("<init>") && descriptor.equals(OF_CAUSE);
  }

  /** Whether what calls a class through an interface shows it nothing of others. */
  boolean mayBeImplemented(String type) {
    return isFunction(type)
        || INTERFACES.contains(type)
        || libraryTypes.contains(type.replace('/', '.'));
  }

  static boolean isFunction(String type) {
    return type.startsWith(FUNCTIONS);
  }

  private static boolean isOfNumbers(Type array) {
    return array.getSort() == Type.ARRAY
        && array.getDimensions() == 1
        && array.getElementType().getSort() < Type.ARRAY;
  }

  /** Whether a member makes a text of one argument, whatever that is. */
  static boolean isTextOfAny(String owner, String name, String descriptor) {
    return descriptor.startsWith("(Ljava/lang/Object;)")
        && TEXTS.contains(owner.replace('/', '.') + "." + name);
  }

  /** Whether a member makes a text of what is in an array. */
  static boolean isFormat(String owner, String name) {
    return FORMATS.contains(owner.replace('/', '.') + "." + name);
  }

  /** Whether a member gives an array, or fills one, that may hold more than numbers. */
  static boolean givesArray(String name, String descriptor) {
    Type returned = Type.getReturnType(descriptor);
    return FILLERS_OF_ARRAYS.contains(name)
        || (returned.getSort() == Type.ARRAY && !isOfNumbers(returned));
  }

  /** Whether catching it shows nothing but what the code itself has done. */
  static boolean mayBeCaught(String type) {
    return type.equals(NO_FIELD) || EXCEPTION.matcher(type).matches();
  }

  /**
   * Whether a member adds a key to a map, or makes an entry with one: its first argument, or what
   * that makes (toMap).
   */
  static boolean addsKey(String owner, String name) {
    return (MAPS.contains(owner) && INSERTIONS.contains(name))
        || (ENTRIES.contains(owner) && name.equals("<init>"))
        || (owner.equals("java/util/Map") && name.equals("entry"))
        || (owner.equals("java/util/stream/Collectors") && name.equals(TO_MAP));
  }

  /** Whether a member gives a text or a number for certain, as the key of an entry is one. */
  static boolean givesPlain(String owner, String name, String descriptor) {
    Type returned = Type.getReturnType(descriptor); // of a constructor: nothing
    return (returned.getSort() != Type.VOID && isPlain(returned))
        || (name.equals("getKey") && (owner.equals(ENTRY) || ENTRIES.contains(owner)));
  }

  /** Whether all arguments are texts or numbers. */
  static boolean takesPlain(String descriptor) {
    return Stream.of(Type.getArgumentTypes(descriptor)).allMatch(KnownMembers::isPlain);
  }

  /** Whether a type is text or a number, which have no identity worth asking for. */
  static boolean isPlain(Type type) {
    return type.getSort() < Type.ARRAY || PLAIN.contains(type.getClassName());
  }
}
