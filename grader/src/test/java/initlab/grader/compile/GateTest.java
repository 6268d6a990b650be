package initlab.grader.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.compile.BuildResult.Compiled;
import initlab.grader.compile.BuildResult.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiterString = " # ",
      value = {
        "new java.io.File(\"x\").delete(); # java.io.File (files)",
        "java.nio.file.Files.exists(java.nio.file.Path.of(\"x\")); # java.nio.file.Files.exists (files)",
        "new java.io.FileOutputStream(java.io.FileDescriptor.out).close(); # java.io.FileDescriptor.out (files)",
        "new java.io.PrintStream(\"x\").close(); # java.io.PrintStream (files)",
        "new java.util.Formatter(\"x\").close(); # java.util.Formatter",
        "new SimpleMatrix(1, 1).saveToFileCSV(\"x\"); # org.ejml.simple.SimpleMatrix.saveToFileCSV",
        "new SimpleMatrix(1, 1).loadCSV(\"x\"); # org.ejml.simple.SimpleMatrix.loadCSV",
        "new java.net.Socket(\"localhost\", 1).close(); # java.net.Socket (the network)",
        "Runtime.getRuntime().halt(0); # Runtime.getRuntime (other programs)",
        "new ProcessBuilder(\"sh\").start(); # ProcessBuilder (other programs)",
        "new Thread(() -> {}).start(); # Thread (threads)",
        "List.of(1).parallelStream().count(); # java.util.List.parallelStream",
        "java.util.stream.Stream.of(1).parallel().count(); # java.util.stream.Stream.parallel",
        "java.util.stream.StreamSupport.stream(List.of(1).spliterator(), true); # java.util.stream.StreamSupport.stream",
        "new java.util.Timer(); # java.util.Timer (threads)",
        "java.util.concurrent.ConcurrentHashMap.newKeySet().parallelStream(); # java.util.concurrent.ConcurrentHashMap.newKeySet (threads)",
        "new java.util.concurrent.ConcurrentHashMap<Integer, Integer>().forEach(1, (a, b) -> {}); # java.util.concurrent.ConcurrentHashMap.forEach (threads)",
        "org.ejml.dense.row.CommonOps_MT_DDRM.mult(null, null, null); # org.ejml.dense.row.CommonOps_MT_DDRM.mult",
        "org.ejml.dense.row.DMatrixVisualization.show(null, \"x\"); # org.ejml.dense.row.DMatrixVisualization.show",
        "java.util.concurrent.Executors.newCachedThreadPool(); # java.util.concurrent.Executors",
        "Class.forName(\"x\"); # Class.forName (reflection)",
        "Object o = \"\".getClass().getClassLoader(); # Class.getClassLoader (reflection)",
        "Object o = \"\".getClass().getMethods(); # Class.getMethods (reflection)",
        "java.lang.invoke.MethodHandles.lookup(); # java.lang.invoke.MethodHandles.lookup",
        "StackWalker.getInstance(); # StackWalker.getInstance (reflection)",
        "Object o = new Exception().getStackTrace(); # Exception.getStackTrace",
        "System.getenv(); # System.getenv (the machine's settings)",
        "System.setOut(null); # System.setOut (the machine's settings)",
        "System.getProperty(\"x\"); # System.getProperty",
        "Integer.getInteger(\"x\"); # Integer.getInteger",
        "Runnable r = System::gc; r.run(); # System.gc",
        "java.util.function.Consumer<Integer> f = System::exit; Object o = (java.io.File) null; # java.io.File",
        "Object o = java.io.File[].class; # java.io.File",
        "try { \"\".length(); } catch (java.util.concurrent.CompletionException e) { } # java.util.concurrent.CompletionException",
        "try { \"\".length(); } catch (java.util.concurrent.CompletionException | IllegalStateException e) { } # java.util.concurrent.CompletionException",
        "try { Thread.sleep(1); } catch (InterruptedException e) { } # Thread.sleep (threads)",
        "synchronized (\"x\") { \"\".length(); } # synchronized",
        "Object o = new sun.misc.Signal(\"INT\"); # sun.misc.Signal",
        "\\u0053ystem.getenv(); # System.getenv"
      })
  void whatNoAnswerNeedsIsRefusedWithItsLine(String statement, String use) throws IOException {
    BuildResult result = check(source(statement, ""));
    Rejected rejected = assertInstanceOf(Rejected.class, result, statement);
    assertTrue(rejected.message().contains("line 6 uses " + use), rejected.message());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " # ",
      value = {
        "static class M extends SimpleMatrix { M() { super(1, 1); } void go() throws Exception { saveToFileCSV(\"x\"); } } # the class at line 9 extends or implements org.ejml.simple.SimpleMatrix",
        "static class M extends SimpleMatrix { M() { super(1, 1); } } static class N extends M { void go() throws Exception { this.saveToFileCSV(\"x\"); } } # org.ejml.simple.SimpleMatrix",
        "static class L extends ArrayList<String> { Object go() { return parallelStream(); } } # java.util.ArrayList.parallelStream",
        "static class M extends SimpleMatrix { M() { super(1, 1); } void saveToFileCSV(int decoy) {} void go() throws Exception { saveToFileCSV(\"x\"); } } # org.ejml.simple.SimpleMatrix",
        "static class M extends SimpleMatrix { int loadCSV; M() { super(1, 1); } Object go() throws Exception { return loadCSV(\"x\"); } } # org.ejml.simple.SimpleMatrix",
        "interface I { void saveToFileCSV(String f) throws java.io.IOException; } static class S extends SimpleMatrix implements I {} # org.ejml.simple.SimpleMatrix",
        "interface I<T> { void saveToFileCSV(T f) throws java.io.IOException; } static class S extends SimpleMatrix implements I<String> {} # org.ejml.simple.SimpleMatrix",
        "interface I { default Stream<String> parallelStream() { return null; } } static class L extends ArrayList<String> implements I { public Stream<String> parallelStream() { return super.parallelStream(); } } # parallelStream",
        "interface I { StackTraceElement[] getStackTrace(); } static class E extends IllegalArgumentException implements I {} # IllegalArgumentException.getStackTrace",
        "static class E extends NoSuchFieldError {} # NoSuchFieldError",
        "static Object o = new NoSuchFieldError().getStackTrace(); # NoSuchFieldError.getStackTrace",
        "static Object o = new java.util.concurrent.CopyOnWriteArrayList<String>().parallelStream(); # parallelStream",
        "static class M extends java.util.concurrent.ConcurrentHashMap<String, String> {} # java.util.concurrent.ConcurrentHashMap",
        "static class I extends java.io.InputStream { public int read() { return -1; } } # java.io.InputStream",
        "static class L extends ArrayList<String> { void parallelStream(int decoy) {} Object go() { return parallelStream(); } } # java.util.ArrayList.parallelStream",
        "static class E extends Exception { Object go() { return getStackTrace(); } } # Exception.getStackTrace",
        "static class W { void go() throws Exception { wait(); } } # Object.wait",
        "static native void steal(); # native",
        "static synchronized void hold() {} # synchronized",
        "protected void finalize() {} # finalize",
        "static class T extends Thread {} # Thread",
        "static class L extends ClassLoader {} # ClassLoader",
        "static java.nio.file.Path path() { return null; } # java.nio.file.Path"
      })
  void whatIsDeclaredIsRefusedToo(String member, String use) throws IOException {
    Rejected rejected = assertInstanceOf(Rejected.class, check(source("", member)));
    assertTrue(rejected.message().contains(use), rejected.message());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.out.println(1); System.err.printf(\"%d\", 2); System.exit(0);",
        "try { int x = 1 / layerDims[0]; } catch (Exception e) { e.printStackTrace(); }",
        "long t = System.nanoTime(); System.arraycopy(layerDims, 0, layerDims, 0, 1);",
        "String s = String.format(\"%.2f\", 1.0) + t(1) + new StringBuilder().append(2);",
        "List<Integer> l = Stream.of(1, 2).map(i -> i + 1).filter(i -> i > 1).collect(Collectors.toList());",
        "Map<String, Integer> m = new TreeMap<>() {{ put(\"a\", 1); }}; m.forEach((k, v) -> {});",
        "assert layerDims.length > 1 : \"too short\"; int[] copy = layerDims.clone();",
        "switch (E.valueOf(\"A\")) { case A -> {} case B -> {} } for (E e : E.values()) { e.ordinal(); }",
        "var r = new R(1, 2); r.hashCode(); Object o = r; if (o instanceof R x) { x.a(); }",
        "CommonOps_DDRM.scale(2, new DMatrixRMaj(1, 1)); SimpleMatrix.random_DDRM(1, 1).elementSum();",
        "Random random = new Random(3); random.nextGaussian(); Math.sqrt(2); StrictMath.pow(2, 0.5);",
        "java.util.concurrent.atomic.AtomicInteger n = new java.util.concurrent.atomic.AtomicInteger(); n.incrementAndGet();",
        "Map<String, Integer> m = new java.util.concurrent.ConcurrentHashMap<>(); m.put(\"a\", 1);",
        "System.out.println(java.time.LocalDate.now()); new java.text.DecimalFormat(\"0.0\").format(1);",
        "if (layerDims.length < 2) { throw new org.ejml.MatrixDimensionException(\"x\"); }",
        "org.ejml.ops.DOperatorUnary twice = v -> 2 * v; double d = twice.apply(3);",
        "\"a\".getBytes(java.nio.charset.StandardCharsets.UTF_8); java.util.regex.Pattern.matches(\"a\", \"b\");",
        "@Mine class Marked {} new Marked(); System.out.write(65);",
        "Scanner in = new Scanner(System.in); if (in.hasNextInt()) { in.nextInt(); }",
        "Lab.main(new String[0]); Initialization i = Initialization.ZEROS;",
        "Map<String, Integer> n = new TreeMap<String, Integer>() { int twice() { return 2 * size(); } };",
        "class P extends ArrayList<Integer> { int twice() { return 2 * size() + modCount + hashCode(); } } new P().twice();",
        "if (layerDims.length < 2) { throw new IllegalArgumentException(\"x\" + Arrays.toString(layerDims)); }",
        "abstract class Shape { abstract double area(); } class Square extends Shape { double area() { return 1; } } new Square().area();",
        "interface Named { String toString(); int size(); } class L extends ArrayList<Integer> implements Named {} new L().size();",
        "Comparator<Integer> c = new Comparator<>() { public int compare(Integer a, Integer b) { return a - b; } };",
        "class Bad extends RuntimeException { Bad(String s) { super(s); } } try { throw new Bad(\"x\"); } catch (Bad e) { e.getMessage(); }",
        "Iterator<Integer> it = new Iterator<>() { public boolean hasNext() { return false; } public Integer next() { return 1; } };"
      })
  void whatHonestStudentsWritePasses(String statements) throws IOException {
    String members =
        "@interface Mine {} enum E { A, B } record R(int a, int b) {} static String t(int i) { return \"\" + i; }"
            + " public static void main(String[] args) { System.out.println(args.length); }";
    assertInstanceOf(Compiled.class, check(source(statements, members)), statements);
  }

  @Test
  void anInstructorCanAllowTypesAndMembers() throws IOException {
    String source =
        source("synchronized (layerDims) { Thread.sleep(1); }", "static java.io.File f;");
    assertInstanceOf(Rejected.class, check(source));
    Gate gate = Gate.standard(List.of("java.io.File", "java.lang.Thread.sleep", "synchronized"));
    assertInstanceOf(Compiled.class, gate.check(compile(source)));
  }

  @Test
  void whatIsAllowedBesidesTakesNothingAway() throws IOException {
    String source = source("System.out.println(System.getenv()); List.of(1).parallelStream();", "");
    assertInstanceOf(Rejected.class, check(source));
    Gate gate = Gate.standard(List.of("java.lang.System.getenv", "java.util.List.parallelStream"));
    assertInstanceOf(Compiled.class, gate.check(compile(source)));
    String other = source("Thread.currentThread().isAlive(); Thread.sleep(1);", "");
    Gate two =
        Gate.standard(
            List.of(
                "java.lang.Thread.currentThread",
                "java.lang.Thread.isAlive",
                "java.lang.Thread.sleep"));
    assertInstanceOf(Compiled.class, two.check(compile(other)));
  }

  @Test
  void whatAnInstructorAllowsMayBeExtendedToo() throws IOException {
    String source = source("", "static class M extends SimpleMatrix { M() { super(1, 1); } }");
    assertInstanceOf(Rejected.class, check(source));
    Gate gate = Gate.standard(List.of("org.ejml.simple.SimpleMatrix"));
    assertInstanceOf(Compiled.class, gate.check(compile(source)));
  }

  @Test
  void anOpenGateLetsEverythingThrough() throws IOException {
    Compiled compiled = compile(source("System.getenv();", ""));
    assertEquals(compiled, Gate.open().check(compiled));
  }

  private BuildResult check(String source) throws IOException {
    return Gate.standard(List.of()).check(compile(source));
  }

  /** The statements stand in line 6. */
  private static String source(String statements, String members) {
    return """
        package initlab.student;
        import java.util.*; import java.util.stream.*; import org.ejml.data.*;
        import org.ejml.dense.row.CommonOps_DDRM; import org.ejml.simple.SimpleMatrix;
        public class Initializers {
          public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) throws Exception {
            %s
            return new HashMap<>();
          }
          %s
        }
        """
        .formatted(statements, members);
  }

  private Compiled compile(String text) throws IOException {
    Path source = Files.writeString(folder.resolve("Initializers.java"), text);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-nowarn",
                "-proc:none",
                "-d",
                folder.toString(),
                source.toString());
    assertEquals(0, result, text);
    Map<String, byte[]> classes = new TreeMap<>();
    Path compiled = folder.resolve("initlab/student");
    try (Stream<Path> files = Files.list(compiled)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        classes.put("initlab.student." + name, Files.readAllBytes(file));
        Files.delete(file);
      }
    }
    return new Compiled(classes);
  }
}
