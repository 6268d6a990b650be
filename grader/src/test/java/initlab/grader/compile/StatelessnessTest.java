package initlab.grader.compile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.compile.BuildResult.Compiled;
import initlab.grader.intake.Intake;
import initlab.grader.intake.Submission;
import initlab.grader.intake.Submission.Source;
import initlab.grader.lab.WeightLab;
import initlab.grader.sandbox.WorkerHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose code may be called in a process that others use after it. */
class StatelessnessTest {
  private static final Path RIGHT = Path.of("src/test/resources/submissions/right");
  private static final Statelessness STATELESS =
      new Statelessness(new WeightLab().library().stateless());

  private static WorkerHome home;
  private static Compiler compiler;

  @BeforeAll
  static void start() {
    home = new WorkerHome(new WeightLab().library());
    compiler = new Compiler(home, new WeightLab().advice());
  }

  @AfterAll
  static void stop() {
    compiler.close();
    home.close();
  }

  @Test
  void itIsProvedOfMostRightAnswers() throws IOException {
    try (Stream<Path> folders = Files.list(RIGHT)) {
      Map<Boolean, List<Path>> answers =
          folders.collect(Collectors.partitioningBy(StatelessnessTest::isProved));
      int proved = answers.get(true).size();
      assertTrue(proved > answers.get(false).size(), () -> "not proved: " + answers.get(false));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (int l = 1; l < layerDims.length; l++) { all.put(\"W\" + l, new SimpleMatrix(2, 2).scale(Math.sqrt(2.0 / l))); }",
        "all.put(\"b\" + LAST + layerDims[1], new RandomState(3).randn(2, layerDims[0]));",
        "all.put(new StringBuilder(\"W\").append(2).toString(), new SimpleMatrix(2, 2));",
        "all.put(helper(4), all.get(\"W1\"));",
        "layerDims[0] = 7;",
      })
  void whatWorksOnItsArgumentsAloneIsStateless(String statements) {
    assertTrue(STATELESS.holds(classes(with(statements, ""))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "calls++;",
        "all.put(\"W1\", kept);",
        "System.out.println(layerDims.length);",
        "System.setProperty(\"a\", \"b\");",
        "try { helper(1 / layerDims[0]); } catch (ArithmeticException e) { helper(2); }",
        "try { helper(1); } finally { helper(2); }",
        "synchronized (all) { helper(1); }",
        "synchronized (String.class) { helper(1); }",
        "all.put(\"W1\", SimpleMatrix.random(2, 2));",
        "double chance = Math.random();",
        "new java.util.Random(1).nextGaussian();",
        "new Thread(() -> { }).start();",
        "java.util.stream.IntStream.of(layerDims).forEach(n -> all.put(\"W\" + n, null));",
        "\"a\".intern();",
        "Integer.getInteger(\"a\");",
        "new RandomState(1).randn(1, 1).getDDRM().data = null;",
        "String.class.getName();",
        "layerDims.clone();",
        "Object hash = new Object();",
        "all.put(\"W\" + layerDims, null);",
        "all.put(String.valueOf((Object) layerDims), null);",
        "all.put(new StringBuilder().append(all).toString(), null);",
        "all.put(String.format(\"%h\", all), null);",
        "all.put(\"%h\".formatted(layerDims), null);",
        "for (StackTraceElement e : new Throwable().getStackTrace()) { helper(e.getLineNumber()); }",
        "new Initializers();",
        "java.util.Locale.setDefault(java.util.Locale.ROOT);",
        "new HashMap<String, Object>() { { put(\"a\", 1); } };",
      })
  void whatMayLeaveSomethingIsNot(String statements) {
    assertFalse(STATELESS.holds(classes(with(statements, ""))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static int[] open = new int[1];",
        "static { Runtime.getRuntime(); }",
        "static synchronized void once() {}",
        "static native void own();",
        "static class Nested {}",
        "record Pair(int a, int b) {}",
        "enum Kind { A }",
        "static void lambda() { Runnable r = Initializers::lambda; r.run(); }",
      })
  void norIsAClassThatHasMoreThanMethods(String member) {
    assertFalse(STATELESS.holds(classes(with("", member))));
  }

  @Test
  void norIsAClassThatExtendsAnother() {
    String source = with("", "").replace("class Initializers", "class Initializers extends Thread");
    assertFalse(STATELESS.holds(classes(source)));
  }

  private static boolean isProved(Path answer) {
    Submission.Content read = Intake.read("Initializers.java", answer).content();
    return STATELESS.holds(classes(assertInstanceOf(Source.class, read).text()));
  }

  private static Map<String, byte[]> classes(String source) {
    BuildResult built = compiler.compile(source, Gate.open());
    return assertInstanceOf(Compiled.class, built, built::toString).classes();
  }

  private static String with(String statements, String member) {
    boolean hasFields = statements.contains("calls") || statements.contains("kept");
    return """
        package initlab.student;
        import initlab.datasets.RandomState;
        import java.util.*;
        import org.ejml.simple.SimpleMatrix;
        public class Initializers {
          static final int LAST = 3;
          %s
          %s
          static String helper(int n) { return "W" + n; }
          public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
            Map<String, SimpleMatrix> all = new HashMap<>();
            %s
            return all;
          }
        }
        """
        .formatted(
            hasFields ? "static int calls; static SimpleMatrix kept;" : "", member, statements);
  }
}
