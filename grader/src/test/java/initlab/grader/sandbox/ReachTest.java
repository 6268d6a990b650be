package initlab.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.lab.WeightLab;
import initlab.grader.sandbox.CallGraph.Member;
import initlab.student.rules.AllowList;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be reached from what a submission may use: no file, thread, program, window. */
class ReachTest {
  /** What the library and the lab call, that a submission may not call itself, and why they may. */
  private static final Map<String, String> HARMLESS =
      Map.of(
          "java.io.ByteArrayOutputStream.<init>()V", "a matrix as text, in memory",
          "java.io.ByteArrayOutputStream.toString(Ljava/nio/charset/Charset;)Ljava/lang/String;",
              "a matrix as text",
          "java.io.PrintStream.<init>(Ljava/io/OutputStream;)V", "a matrix as text, in memory",
          "java.nio.charset.Charset.defaultCharset()Ljava/nio/charset/Charset;", "a matrix as text",
          "java.lang.Class.getResourceAsStream(Ljava/lang/String;)Ljava/io/InputStream;",
              "the circles, by two constant names",
          "java.lang.Class.getMethods()[Ljava/lang/reflect/Method;",
              "matrices of two kinds: which of EJML's own operations takes both",
          "java.lang.reflect.Method.getName()Ljava/lang/String;", "the same",
          "java.lang.reflect.Method.getParameterTypes()[Ljava/lang/Class;", "the same",
          "java.lang.reflect.Method.invoke(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;",
              "the same",
          "java.lang.reflect.Array.newInstance(Ljava/lang/Class;I)Ljava/lang/Object;",
              "an array that grows");

  /** Types by which a member of Java's own could lead out. */
  private static final Pattern LEADS_OUT =
      Pattern.compile(
          "java[.](io[.](File|RandomAccess|Object(In|Out)).*|nio[.](file|channels)[.].*|net[.].*"
              + "|lang[.](Thread|ThreadGroup|Process|Runtime|ClassLoader|Module|ModuleLayer)"
              + "|lang[.](reflect|invoke)[.].*|util[.]concurrent[.](Fork|Exec|Comp|Fut).*"
              + "|util[.]ServiceLoader.*|awt[.].*|sql[.].*)|javax[.].*|sun[.].*|jdk[.].*");

  /** What javac calls for lambdas, records and switches; no member gives the lookup they need. */
  private static final Pattern BOOTSTRAPS = Pattern.compile("java[.]lang[.](invoke|runtime)[.]");

  /** Members of Java's own that take such a type, and why nobody can give them one. */
  private static final Set<String> CANNOT_BE_GIVEN =
      Set.of("java.util.Scanner.<init>"); // no member gives a file, path or channel

  /** For javac alone: a leftover main may start the lab; a worker does not have these. */
  private static final Set<String> OF_A_MAIN = Set.of("initlab.student.Lab");

  private static final String BESIDE_THE_SUBMISSION = "initlab.student.Initialization";

  @TempDir private Path folder;

  @Test
  void theLibraryOfAWorkerLeadsToNothingElse() throws IOException {
    AllowList list = AllowList.standard(List.of());
    CallGraph graph = library();
    Collection<Member> roots = roots(graph, list);
    assertTrue(roots.size() > 500, "there is something to walk from: " + roots.size());
    Map<String, String> found = foreign(graph, list, roots);
    HARMLESS.keySet().forEach(found::remove);
    assertEquals(Map.of(), found);
  }

  @Test
  void everyReasonIsStillNeeded() throws IOException {
    AllowList list = AllowList.standard(List.of());
    CallGraph graph = library();
    Set<String> found = foreign(graph, list, roots(graph, list)).keySet();
    assertTrue(found.containsAll(HARMLESS.keySet()), found::toString);
  }

  /** The proof itself can fail: EJML as it comes, with one more method of it allowed. */
  @Test
  void aFileMethodThatIsLetInIsFound() throws IOException {
    AllowList list = AllowList.standard(List.of("org.ejml.simple.SimpleBase.saveToFileCSV"));
    CallGraph graph = CallGraph.of(ejml());
    Set<String> found = foreign(graph, list, roots(graph, list)).keySet();
    assertTrue(found.contains("java.io.PrintStream.<init>(Ljava/lang/String;)V"), found::toString);
  }

  @Test
  void inAWorkerThatMethodOpensNoFile() throws IOException {
    AllowList list = AllowList.standard(List.of("org.ejml.simple.SimpleBase.saveToFileCSV"));
    CallGraph graph = library();
    Map<String, String> found = foreign(graph, list, roots(graph, list));
    HARMLESS.keySet().forEach(found::remove);
    assertEquals(Map.of(), found);
  }

  @Test
  void whatIsNamedOfTheLibraryIsInTheWorker() throws IOException {
    CallGraph graph = library();
    List<String> absent = new ArrayList<>();
    AllowList.standard(List.of())
        .types()
        .forEach(
            (type, members) -> {
              boolean isOurs = type.startsWith("org.ejml.") || type.startsWith("initlab.");
              if (isOurs && !OF_A_MAIN.contains(type) && !type.equals(BESIDE_THE_SUBMISSION)) {
                members.stream()
                    .filter(member -> !graph.declares(type.replace('.', '/'), member))
                    .forEach(member -> absent.add(type + "." + member));
              }
            });
    assertEquals(List.of(), absent);
  }

  @Test
  void whatMayBeExtendedMayBeNamed() {
    AllowList list = AllowList.standard(List.of());
    List<String> unnamed =
        list.extendable().stream().filter(type -> !list.types().containsKey(type)).toList();
    assertEquals(List.of(), unnamed);
  }

  @Test
  void membersOfJavaTakeAndGiveNothingThatLeadsOut() {
    Set<String> found = new TreeSet<>();
    AllowList.standard(List.of())
        .types()
        .forEach(
            (type, members) -> {
              if (type.startsWith("java.") && !BOOTSTRAPS.matcher(type).lookingAt()) {
                found.addAll(leadingOut(type, members));
              }
            });
    assertEquals(CANNOT_BE_GIVEN, found);
  }

  private static List<String> leadingOut(String name, Set<String> members) {
    Class<?> type;
    try {
      type = Class.forName(name, false, null);
    } catch (ClassNotFoundException e) {
      return List.of(); // of a later Java
    }
    return Stream.concat(
            Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
        .filter(member -> (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0)
        .filter(member -> members.contains(nameOf(member)) && leadsOut(member))
        .map(member -> name + "." + nameOf(member))
        .distinct()
        .toList();
  }

  private static String nameOf(Executable member) {
    return member instanceof Constructor ? "<init>" : member.getName();
  }

  private static boolean leadsOut(Executable member) {
    Stream<Class<?>> result =
        member instanceof Method method ? Stream.of(method.getReturnType()) : Stream.empty();
    return Stream.concat(result, Arrays.stream(member.getParameterTypes()))
        .map(type -> type.isArray() ? type.getComponentType() : type)
        .anyMatch(type -> LEADS_OUT.matcher(type.getName()).matches());
  }

  private CallGraph library() throws IOException {
    SharedClasses.write(folder, new WeightLab().library());
    return CallGraph.of(List.of(folder.resolve("library.jar")));
  }

  private static List<Path> ejml() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(part -> part.matches(".*ejml-[a-z]+-[0-9.]+[.]jar"))
        .map(Path::of)
        .toList();
  }

  private static Collection<Member> roots(CallGraph graph, AllowList list) {
    List<Member> roots = new ArrayList<>();
    list.types()
        .forEach(
            (type, members) -> {
              String name = type.replace('.', '/');
              if (graph.has(name)) {
                members.forEach(member -> roots.addAll(graph.named(name, member)));
                roots.addAll(graph.named(name, "<clinit>"));
              }
            });
    return roots;
  }

  /** What is reached outside of the graph and the list, with the way that leads there. */
  private static Map<String, String> foreign(
      CallGraph graph, AllowList list, Collection<Member> roots) {
    Map<Member, Member> reached = graph.reach(roots);
    Map<String, String> found = new TreeMap<>();
    for (Member member : reached.keySet()) {
      String type = member.owner().replace('/', '.');
      if (!graph.has(member.owner()) && !list.allows(type, member.name())) {
        found.put(member + member.descriptor(), way(member, reached));
      }
    }
    return found;
  }

  private static String way(Member member, Map<Member, Member> reached) {
    StringBuilder way = new StringBuilder();
    Member at = member;
    while (!at.equals(reached.get(at))) {
      at = reached.get(at);
      way.append(" from ").append(at);
    }
    return way.toString();
  }
}
