package initlab.grader.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.compile.BuildResult.Compiled;
import initlab.grader.compile.BuildResult.NotCompiled;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a javac process, which keeps its files open from source to source, says. */
class CompilerTest {
  private static CompilerKit compiler;

  @BeforeAll
  static void start() {
    compiler = new CompilerKit();
  }

  @AfterAll
  static void stop() {
    compiler.close();
  }

  /** Whichever JDK the grader runs on, a student writes Java 17. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "new java.util.ArrayList<String>().getFirst();", // 21
        "Object o = 1; switch (o) { case Integer i -> {} default -> {} }", // 21
        "Math.clamp(1L, 2, 3);", // 21
        "jdk.internal.misc.Unsafe.getUnsafe();",
        "sun.security.action.GetPropertyAction.privilegedGetProperty(\"\");",
      })
  void whatJava17DoesNotHaveDoesNotCompile(String statement) {
    assertInstanceOf(NotCompiled.class, compile(statement));
  }

  @Test
  void whatJava17HasCompiles() {
    BuildResult built =
        compile("Object o = \"\"\"\n a\"\"\"; if (o instanceof String s) { s.formatted(1); }");
    assertTrue(built instanceof Compiled, built.toString());
  }

  @Test
  void aSourceGetsTheSameWordsWhateverWasCompiledBefore() {
    String mistake = "foo.Bar bar = Helper.help(); List<Double> none;";
    BuildResult before = compile(mistake);
    assertInstanceOf(NotCompiled.class, before);
    compile("class foo { class Bar {} } class Helper { static void help() {} }");
    compile("java.awt.List list; org.ejml.data.DMatrix none;");
    assertEquals(before, compile(mistake));
  }

  private static BuildResult compile(String statement) {
    String source =
        "package initlab.student; class Initializers { static void m() { %s } }"
            .formatted(statement);
    return compiler.compile(source);
  }
}
