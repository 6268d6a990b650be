package initlab.grader.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.lab.WeightLab;
import initlab.grader.text.Messages;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes as students make them, compiled by this JDK's own javac. */
class RemediesTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " # ",
      quoteCharacter = '`',
      value = {
        "p.put(\"W\" + l, w) # semicolon",
        "p.put(\"W\" + l, w)； # wide-character",
        "p.put（\"W\" + l, w); # wide-character",
        "p.put(“W” + l, w); # wide-character",
        "\u200bint z; # invisible-character",
        "p.put(\"W\" + l, w * 10); # scale",
        "p.put(\"W\" + l, 10 * w); # scale",
        "p.put(\"W\" + l, w.mult(10)); # scale",
        "p.put(\"W\" + l, w + w); # plus",
        "double s = 2 ^ 0.5; # power",
        "double s = 2 ** 0.5; # power",
        "int s = Math.sqrt(2.0); # narrowing",
        "p.put('W' + l, w); # quotes",
        "p.put('weights', w); # quotes",
        "p[\"W\" + l] = w; # put",
        "int rows = layerDims(l); # element",
        "int n = layerDims.length(); # length",
        "p.put(\"W + l, w); # unclosed",
        "/* p.put(\"W\" + l, w); # comment",
        "double s; w.scale(s); # uninitialized",
        "p.put(\"W\" + l, new double[2][2]); # matrix",
        "p.put(\"W\" + l, random.randn(l)); # randn",
        "int layerDims = 1; # twice",
        "return p; int y = 1; # unreachable",
        "if (l > 1) { # braces",
        "}} # braces",
        "Thread.sleep(5); # exception",
        "w.scale(Math.sqrt(2.0 / n)); # undeclared"
      })
  void theCommonestMistakesSayWhatToDo(String statement, String remedy) {
    assertTrue(
        show(statement)
            .contains("→ " + Messages.from("initlab.grader.lab.messages", "remedy." + remedy)),
        show(statement));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " # ",
      quoteCharacter = '`',
      value = {
        "w.scale(sqrt(2.0)); # write Math.sqrt(…)",
        "ArrayList<String> names = null; # add the line: import java.util.ArrayList;",
        "random.Randn(1, 1); # capital and small letters count; it is called randn",
        "Simplematrix m = null; # it is called SimpleMatrix",
        "int rows = layerdims[l]; # it is called layerDims",
        "w = np.random.randn(2, 2); # np is Python",
        "int n = len(layerDims); # len is Python"
      })
  void namesAreGivenAsTheyMustBe(String statement, String remedy) {
    assertTrue(show(statement).contains(remedy), show(statement));
  }

  @Test
  void theLineAndItsTextStandInTheMessage() {
    String shown = show("p.put(\"W\" + l, w)");
    assertTrue(shown.startsWith("line 10, column "), shown);
    assertTrue(shown.contains("\n    p.put(\"W\" + l, w)\n"), shown);
  }

  @Test
  void whatIsNotKnownGetsNoGuess() {
    String shown = show("switch (l) { case 1: case 1: }");
    assertFalse(shown.contains("→"), shown);
    assertEquals(2, shown.lines().count(), shown);
  }

  /** The first error of a source with the statement in line 10. */
  private static String show(String statement) {
    String source =
        """
        package initlab.student;
        import initlab.datasets.RandomState;
        import java.util.*;
        import org.ejml.simple.SimpleMatrix;
        final class Initializers {
          static Map<String, SimpleMatrix> initializeHe(int[] layerDims, RandomState random) {
            Map<String, SimpleMatrix> p = new HashMap<>();
            for (int l = 1; l < layerDims.length; l++) {
              SimpleMatrix w = random.randn(layerDims[l], layerDims[l - 1]);
              %s
            }
            return p;
          }
        }
        """
            .replace("java.util.*", "java.util.Map; import java.util.HashMap")
            .formatted(statement);
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    ToolProvider.getSystemJavaCompiler()
        .getTask(
            new StringWriter(), null, found, List.of("-proc:none"), null, List.of(file(source)))
        .call();
    return found.getDiagnostics().stream()
        .filter(error -> error.getKind() == Diagnostic.Kind.ERROR)
        .findFirst()
        .map(error -> compileError(error).show(source, new WeightLab().advice()))
        .orElseThrow();
  }

  private static CompileError compileError(Diagnostic<?> error) {
    return new CompileError(
        (int) error.getLineNumber(),
        (int) error.getColumnNumber(),
        error.getCode(),
        error.getMessage(Locale.ENGLISH));
  }

  private static JavaFileObject file(String source) {
    URI uri = URI.create("memory:///initlab/student/Initializers.java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }
}
