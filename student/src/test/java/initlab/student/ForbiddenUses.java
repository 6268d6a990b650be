package initlab.student;

import initlab.student.rules.AllowList;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * What a compiled Initializers uses besides what the grader's allow-list has, as javap tells it:
 * libraries that know dependencies, such as ArchUnit, see neither casts nor locks, which the grader
 * refuses as well.
 */
final class ForbiddenUses {
  private static final Pattern MEMBER =
      Pattern.compile(
          "= (?:Methodref|InterfaceMethodref|Fieldref)\\s.*// *([\\w/$]+)\\.\"?(<?\\w+>?)\"?:");
  private static final Pattern TYPE =
      Pattern.compile("= Class\\s.*// *\"?\\[*L?([\\w/$]+);?\"?$", Pattern.MULTILINE);
  private static final Pattern LOCK = Pattern.compile("monitorenter|ACC_SYNCHRONIZED|ACC_NATIVE");
  private static final String OWN_FILE = "SourceFile: \"Initializers.java\"";

  private final AllowList allowed = AllowList.standard(List.of());
  private final Set<String> found = new TreeSet<>();
  private final Map<String, Class<?>> own = new TreeMap<>();

  private ForbiddenUses() {}

  /** The uses, sorted; none if the grader would accept the classes. */
  static List<String> of(Path folder) throws IOException {
    ForbiddenUses uses = new ForbiddenUses();
    List<String> classes = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        String javap = name.endsWith(".class") ? javap(file) : "";
        if (javap.contains(OWN_FILE)) {
          classes.add(javap);
          uses.own.put(type(name), load(type(name)));
        }
      }
    }
    classes.forEach(uses::add);
    uses.own.values().forEach(uses::addSupertypes);
    return List.copyOf(uses.found);
  }

  private static String type(String fileName) {
    return "initlab.student." + fileName.replace(".class", "");
  }

  private static Class<?> load(String type) {
    try {
      return Class.forName(type, false, ForbiddenUses.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String javap(Path file) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    ToolProvider.findFirst("javap").orElseThrow().run(out, out, "-v", "-p", file.toString());
    return text.toString();
  }

  private void add(String javap) {
    Matcher member = MEMBER.matcher(javap);
    while (member.find()) {
      add(member.group(1), member.group(2));
    }
    Matcher type = TYPE.matcher(javap);
    while (type.find()) {
      add(type.group(1), "");
    }
    if (LOCK.matcher(javap).find()) {
      found.add("synchronized or native");
    }
  }

  private void addSupertypes(Class<?> type) {
    Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
        .filter(supertype -> !own.containsValue(supertype))
        .map(Class::getName)
        .filter(supertype -> !allowed.mayBeExtended(supertype))
        .forEach(supertype -> found.add("extends or implements " + supertype));
  }

  private void add(String type, String member) {
    String name = type.replace('/', '.');
    boolean isPrimitive = name.length() == 1;
    boolean isAround = member.isEmpty() && hasAllowedInside(name);
    if (!isPrimitive && !isAround && !isAllowed(name, member)) {
      found.add(member.isEmpty() || member.equals("<init>") ? name : name + "." + member);
    }
  }

  /** A class file names the types around those that it uses. */
  private boolean hasAllowedInside(String type) {
    return allowed.types().keySet().stream().anyMatch(inner -> inner.startsWith(type + "$"));
  }

  /** Of the student's own classes, what they have from others is others'. */
  private boolean isAllowed(String type, String member) {
    Class<?> owner = own.get(type);
    return owner == null
        ? allowed.allows(type, member)
        : AllowList.declarers(owner, member).stream()
            .filter(declarer -> !own.containsValue(declarer))
            .allMatch(declarer -> allowed.allows(declarer.getName(), member));
  }
}
