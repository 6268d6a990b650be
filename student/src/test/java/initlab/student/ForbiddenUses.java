package initlab.student;

import initlab.student.rules.AllowList;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * What a compiled Initializers uses besides what the grader's allow-list has, as javap tells it.
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

  private ForbiddenUses() {}

  /** The uses, sorted; none if the grader would accept the classes. */
  static List<String> of(Path folder) throws IOException {
    ForbiddenUses uses = new ForbiddenUses();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().endsWith(".class")) {
          String javap = javap(file);
          if (javap.contains(OWN_FILE)) {
            uses.add(javap);
            uses.addSupertypes(file.getFileName().toString().replace(".class", ""));
          }
        }
      }
    }
    return List.copyOf(uses.found);
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

  private void addSupertypes(String name) {
    try {
      ClassLoader loader = ForbiddenUses.class.getClassLoader();
      Class<?> own = Class.forName("initlab.student." + name, false, loader);
      Stream.concat(Stream.ofNullable(own.getSuperclass()), Stream.of(own.getInterfaces()))
          .map(Class::getName)
          .filter(type -> !type.startsWith("initlab.student.") && !allowed.mayBeExtended(type))
          .forEach(type -> found.add("extends or implements " + type));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(String type, String member) {
    String name = type.replace('/', '.');
    boolean isPrimitive = name.length() == 1;
    if (!isPrimitive && !allowed.allows(name, member)) {
      found.add(member.isEmpty() || member.equals("<init>") ? name : name + "." + member);
    }
  }
}
