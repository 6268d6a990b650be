package initlab.grader.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import initlab.grader.sandbox.Sharing;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose code may be called in a process that others use after it. */
class SharingProofTest extends SharingProofKit {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (int l = 1; l < layerDims.length; l++) { all.put(\"W\" + l, new SimpleMatrix(2, 2).scale(Math.sqrt(2.0 / l))); }",
        "all.put(\"b\" + LAST + layerDims[1], new RandomState(3).randn(2, layerDims[0]));",
        "all.put(new StringBuilder(\"W\").append(2).toString(), new SimpleMatrix(2, 2));",
        "all.put(helper(4), all.get(\"W1\"));",
        "layerDims[0] = 7;",
        "java.util.stream.IntStream.of(layerDims).forEach(n -> all.put(\"W\" + n, null));",
        "java.util.function.Function<Integer, String> name = Initializers::helper; name.apply(3);",
        "all.put(String.format(\"W%d%s\", layerDims[0], helper(1)), null);",
        "new Random(layerDims[0]).nextGaussian();",
        "double[][] rows = new double[2][3]; all.put(\"W1\", new SimpleMatrix(rows));",
        "List<Integer> sizes = new ArrayList<>(); sizes.add(3); for (int n : sizes) { helper(n); }",
        "if (layerDims.length < 2) { throw new IllegalArgumentException(\"too few: \" + layerDims.length); }",
        "new Initializers();",
        "layerDims.clone();",
        "Integer n = layerDims[0]; all.put(\"W\" + n, null);",
        "String n = helper(2); Integer l = 3; all.put(String.format(\"%s%d\", n, l), null);",
        "java.util.stream.Stream.of(1, 2).forEach(n -> all.put(\"W\" + n, null));",
        "if (layerDims.length < 2) { return Map.of(); }",
        "all.put(\"W1\", null); for (String name : all.keySet()) { helper(name.length()); }",
        "all.putIfAbsent(helper(1), null); all.entrySet().iterator().next().setValue(new SimpleMatrix(1, 1));",
        "all.merge(\"W\" + 1, new SimpleMatrix(1, 1), SimpleMatrix::plus); all.replaceAll((name, w) -> w.scale(2));",
        "all.computeIfAbsent(String.valueOf(1), name -> new SimpleMatrix(1, 1)); for (SimpleMatrix w : all.values()) { w.zero(); }",
        "String name = layerDims.length > 1 ? \"W\" : helper(1); all.put(name, null); all.values().stream().count();",
        "Runnable run = () -> { }; run.run();",
        "Integer[] sizes = {3, 1}; Arrays.sort(sizes, Comparator.reverseOrder()); Arrays.sort(layerDims);",
        "List<String> names = new ArrayList<>(List.of(\"b\", \"W\")); names.sort((a, b) -> a.length() - b.length());",
        "double[] row = new double[3]; Arrays.fill(row, 2); all.put(\"W\" + Arrays.toString(row) + Arrays.copyOf(row, 1)[0], null);",
        "for (String name : Arrays.asList(\"W\", \"b\")) { all.put(name + 1, null); }",
        "int[] copy = new int[2]; System.arraycopy(layerDims, 0, copy, 0, 1);",
        "AtomicInteger next = new AtomicInteger(); all.put(\"W\" + next.incrementAndGet(), null);",
        "double[] data = new SimpleMatrix(2, 2).getDDRM().data; data[1] = 3;",
        "org.ejml.data.DMatrixRMaj w = new org.ejml.data.DMatrixRMaj(2, 2); org.ejml.dense.row.CommonOps_DDRM.scale(2, w); all.put(\"W1\", SimpleMatrix.wrap(w));",
        "all.put(\"W1\", new SimpleMatrix(2, 2).elementOp((int i, int j, double x) -> Math.abs(x)));",
      })
  void whatWorksOnItsArgumentsAloneIsStateless(String statements) {
    assertEquals(Sharing.STATELESS, sharing(with(statements, "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static final double FACTOR = Math.sqrt(2);",
        "static class Nested { int used; void use() { used++; } }",
        "record Pair(int a, String b) { String seen() { return \"\" + this + toString() + String.valueOf((Object) this); } }",
        "static String text(SimpleMatrix w) { return \"W = \" + w + new StringBuilder().append(w) + w.toString(); }",
        "record Pair(int a, int[] b) {} static Pair pair() { return new Pair(1, null); }",
        "interface Fill { SimpleMatrix fill(int n); } static Fill one() { return n -> null; }",
        "static Supplier<Integer> own() { return new Supplier<>() { public Integer get() { return 1; } }; }",
        "public static void main(String[] args) { System.out.println(args.length); }",
        "public static void main(String[] args) { Supplier<Long> clock = () -> System.nanoTime(); clock.get(); }",
        "static class Nested implements Comparable<Nested> { public int compareTo(Nested n) { return 0; } }",
        "static class Rows implements Iterator<Integer> { int n; public boolean hasNext() { return n < 3; } public Integer next() { return n++; } }",
        "static class Scale implements org.ejml.simple.SimpleOperations.ElementOpReal { public double op(int i, int j, double x) { return 2 * x; } }",
      })
  void soIsWhatAnObjectKeeps(String member) {
    assertEquals(Sharing.STATELESS, sharing(with("", member)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "calls++;",
        "all.put(\"W1\", kept);",
        "System.out.println(layerDims.length);",
        "System.out.println(\"dims \" + Arrays.toString(layerDims));",
        "System.err.printf(\"%d%n\", layerDims.length);",
        "Object n = 3; System.out.println(n);",
        "all.get(\"W1\").print();",
        "java.io.PrintStream out = System.out; out.println(calls);",
      })
  void whatKeepsOrPrintsIsContained(String statements) {
    assertEquals(Sharing.CONTAINED, sharing(with(statements, "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static int[] open = new int[1];",
        "static final int[] OPEN = new int[1];",
        "static final Map<String, Integer> KEPT = new HashMap<>();",
        "static class Nested { static final int[] CALLS = {0}; }",
        "enum Kind { A; int calls; }",
        "enum Kind { A, B } static int of(Kind k) { switch (k) { case A: return 1; default: return 2; } }",
        "enum Kind { A { int n() { return 1; } }; abstract int n(); } static int n() { return Kind.A.n() + Kind.values().length; }",
        "enum Kind { A; static String n() { return A.toString() + A; } }",
        "enum Kind { A, B { int n() { return 1; } }; int n() { return 0; } static void show(Kind k) { System.out.println(k); } }",
        "static Random random = new Random(3);",
        "static SimpleMatrix last; static SimpleMatrix last(int n) { last = last == null ? new SimpleMatrix(n, n) : last; return last; }",
      })
  void soIsWhatItsClassesKeep(String member) {
    assertEquals(Sharing.CONTAINED, sharing(with("", member)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.out.println(all);",
        "System.out.println((Object) layerDims);",
        "System.out.println(\"ab\".toCharArray());",
        "System.out.println(Arrays.toString(new Object[] {all}));",
        "System.out.printf(\"%h\", all);",
        "System.out.close();",
        "System.out.write(3);",
        "System.out.append('a');",
        "System.setOut(System.err);",
        "java.io.InputStream in = System.in;",
        "System.console();",
        "Consumer<Object> show = System.out::println; show.accept(all);",
        "Class<?> own = Initializers.class; all.put(\"W\" + own.hashCode(), null);",
        "Object own = Initializers.class; System.out.println(own);",
        "assert layerDims.length > 1 : all;",
        "System.setProperty(\"a\", \"b\");",
        "synchronized (all) { helper(1); }",
        "synchronized (String.class) { helper(1); }",
        "all.put(\"W1\", SimpleMatrix.random(2, 2));",
        "double chance = Math.random();",
        "new Random().nextGaussian();",
        "Supplier<Random> chance = Random::new;",
        "new Thread(() -> { }).start();",
        "java.util.stream.IntStream.of(layerDims).parallel().forEach(n -> helper(n));",
        "Supplier<Long> clock = System::nanoTime;",
        "Supplier<String> text = all::toString;",
        "\"a\".intern();",
        "Integer.getInteger(\"a\");",
        "new RandomState(1).randn(1, 1).getDDRM().data = null;",
        "String.class.getName();",
        "Object hash = new Object();",
        "new Initializers().hashCode();",
        "new Initializers().toString();",
        "System.out.println(all.keySet());",
        "Object[] a = {1}; Arrays.asList(a).set(0, layerDims); all.put(String.format(\"%s\", a), null);",
        "Object[] a = {1}; Arrays.fill(a, layerDims); all.put(String.format(\"%s\", a), null);",
        "Object[] a = List.of(layerDims).toArray(); all.put(String.format(\"%s\", a), null);",
        "Object[] a = {1}; System.arraycopy(new Object[] {layerDims}, 0, a, 0, 1); all.put(String.format(\"%s\", a), null);",
        "all.put(\"W\" + Arrays.hashCode(new Object[] {layerDims}), null);",
        "all.put(\"W\" + new AtomicReference<Object>(layerDims), null);",
        "Callable<Integer> one = () -> 1;",
        "all.put(String.format(\"%s\", (Object[]) new SimpleMatrix(2, 2).toArray2()), null);",
        "all.put(\"W\" + all.values(), null);",
        "new java.util.HashSet<Object>().iterator();",
        "all.keySet().toString();",
        "all.entrySet().hashCode();",
        "Map.of(1, 2, 3, 4);",
        "Supplier<Map<String, String>> none = Map::of; Map.of(1, 2);",
        "new SimpleMatrix(2, 2).elementOp((int i, int j, org.ejml.data.Complex_F64 x) -> { });",
        "all.put(\"W\" + layerDims, null);",
        "all.put(\"W\" + new Initializers(), null);",
        "all.put(String.valueOf((Object) layerDims), null);",
        "all.put(new StringBuilder().append(all).toString(), null);",
        "all.put(String.format(\"%h\", all), null);",
        "all.put(\"%h\".formatted(layerDims), null);",
        "Object n = 3; n = layerDims; all.put(\"W\" + n, null);",
        "Object n = layerDims; all.put(String.format(\"%s\", n), null);",
        "Object n = layerDims; Object m = n; all.put(String.format(\"%s\", m), null);",
        "all.put(\"W\" + (layerDims.length > 1 ? layerDims : \"\"), null);",
        "Consumer<Object> show = n -> all.put(\"W\" + n, null); show.accept(layerDims);",
        "Function<Object, String> text = String::valueOf; text.apply(layerDims);",
        "all.put(String.format(\"%h\", layerDims.length > 1 ? layerDims : \"\"), null);",
        "all.put(String.format(\"%s\", (Object[]) new int[1][1]), null);",
        "all.put(String.format(\"%s\", (Object[]) new List[] { new ArrayList<>() }), null);",
        "for (StackTraceElement e : new Throwable().getStackTrace()) { helper(e.getLineNumber()); }",
        "Locale.setDefault(Locale.ROOT);",
        "new AssertionError((Object) all);",
        "Function<Object, Error> error = AssertionError::new; error.apply(all);",
        "new HashMap<String, Object>() { { put(\"a\", 1); } };",
      })
  void whatMayLeaveSomethingIsNot(String statements) {
    assertEquals(Sharing.SUBMISSION, sharing(with(statements, "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static { Runtime.getRuntime(); }",
        "static Random random = new Random();",
        "static final long START = System.nanoTime();",
        "enum Kind { A; static int n() { return A.hashCode(); } }",
        "enum Kind { A; static int n = 1; public String toString() { return \"\" + n++; } }",
        "enum Kind { A; static String n() { return String.format(\"%h\", A); } }",
        "static synchronized void once() {}",
        "enum Kind { A; static Kind a() { return valueOf(\"A\"); } }",
        "enum Kind { A; static Kind a() { return Enum.valueOf(Kind.class, \"A\"); } }",
        "static native void own();",
        "static class Nested { protected void finalize() {} }",
        "static class Nested extends HashMap<String, String> {}",
        "static class Key { int asked; public boolean equals(Object o) { asked++; return false; } }",
        "static class Key { int asked; public int hashCode() { return asked++; } }",
        "static class Key { int asked; public String toString() { return \"\" + asked++; } }",
        "record Key(int[] a) { public int hashCode() { return a[0]++; } }",
        "record Key(int[] a) { public boolean equals(Object o) { return a.length == 1; } }",
        "record Pair(int a, int[] b) { int seen() { return hashCode(); } }",
        "record Pair(int a, int[] b) { String seen() { return toString(); } }",
        "record Pair(int a, int[] b) { String seen() { return \"\" + this; } }",
        "record Pair(Object a) { String seen() { return String.valueOf((Object) this); } }",
        "static class Told {} static String seen(Told told) { return told + \"\"; }",
        "interface Told {} enum Kind implements Told { A } static String seen(Told told) { return told + \"\"; }",
        "record Pair(int a) { public String toString() { return \"\" + new Object(); } } static String seen(Pair pair) { return \"\" + pair; }",
        "record Pair(int[] a) {} static Function<Pair, String> seen() { return Pair::toString; }",
        "static class Nested { static void add(Map<Object, Integer> own) { own.put(own, 1); } } static void go(Map<Object, Integer> own) { own.values(); }",
        "static void main(String[] args) { System.exit(1); } static void call() { main(null); }",
        "static int main(int n) { Supplier<Long> clock = () -> System.nanoTime(); return n; } static int call() { return main(1); }",
        "static class Nested implements CharSequence { public int length() { return 1; } public char charAt(int i) { return 'W'; } public CharSequence subSequence(int from, int to) { return this; } }",
      })
  void norIsWhatKeepsMore(String member) {
    assertEquals(Sharing.SUBMISSION, sharing(with("", member)));
  }

  @Test
  void norIsAClassOfAnotherPackage() {
    Map<String, byte[]> own = classes(with("", ""));
    Map<String, byte[]> both = new HashMap<>(own);
    both.put("initlab.datasets.RandomState", own.values().iterator().next());
    assertEquals(Sharing.SUBMISSION, PROOF.sharing(both));
  }

  @Test
  void norIsAClassThatExtendsAnother() {
    String source = with("", "").replace("class Initializers", "class Initializers extends Thread");
    assertEquals(Sharing.SUBMISSION, sharing(source));
  }
}
