package initlab.student.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the lab's scripts tell of a log of Maven's, with the sentences of the real javac. */
class MavenLogTest {
  private static final Path TEXTS = Path.of("../student/src/main/resources/initlab/student");
  private static final String SOURCE =
      """
      import java.util.Map;
      final class Initializers {
        static Map<String, Integer> initializeZeros(int[] layerDims) {
          Map<String, Integer> parameters = new java.util.HashMap<>();
          parameters.put("W1", layerDims.length);
          return parameters;
        }
        static int two() {
          return 2;
        }
      }
      """;

  private static Properties texts = new Properties();

  @BeforeAll
  static void read() throws IOException {
    texts = new Properties();
    texts.load(new StringReader(Files.readString(TEXTS.resolve("texts.properties"))));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("semicolon", s -> s.replace("return parameters;", "return parameters")),
        mistake("brace-missing", s -> s.stripTrailing().substring(0, s.length() - 2)),
        mistake("brace-too-many", s -> s.replace("return parameters;\n  }", "return null; }\n}")),
        mistake("bracket", s -> s.replace("layerDims.length)", "layerDims.length")),
        mistake("variable", s -> s.replace("return parameters;", "return params;")),
        mistake("class", s -> s.replace("java.util.HashMap<>()", "Hashmap<>()")),
        mistake("class", s -> s.replace("import java.util.Map;", "")),
        mistake("method", s -> s.replace("parameters.put(", "parameters.Put(")),
        mistake("lossy", s -> s.replace("return 2;", "return Math.sqrt(2);")),
        mistake("types", s -> s.replace("return parameters;", "return 3;")),
        mistake("return", s -> s.replace("return 2;", "")),
        mistake("unreachable", s -> s.replace("return 2;", "return 2; two();")),
        mistake("twice", s -> s.replace("return 2;", "int a = 1; int a = 2; return a;")),
        mistake("unset", s -> s.replace("return 2;", "int a; return a;")),
        mistake("character", s -> s.replace("return 2;", "return 2；")),
        mistake("character", s -> s.replace("\"W1\"", "\"W1")),
        mistake("statement", s -> s.replace("return 2;", "2; return 2;")),
        mistake("arguments", s -> s.replace("return 2;", "return two(2);")));
  }

  private static Arguments mistake(String advice, UnaryOperator<String> change) {
    return Arguments.of(advice, change);
  }

  @ParameterizedTest(name = "{index}: {0}")
  @MethodSource("mistakes")
  void theCommonestCompileErrorsAreToldWithWhatToDo(String advice, UnaryOperator<String> change) {
    List<String> lines = MavenLog.tell(log(change.apply(SOURCE)), texts);
    assertEquals(texts.getProperty("log.no-compile"), lines.get(0));
    String expected = "  " + texts.getProperty("log.advice." + advice);
    assertTrue(lines.contains(expected), () -> String.join("\n", lines));
    assertTrue(lines.size() <= 6, () -> String.join("\n", lines));
  }

  /** As maven-compiler-plugin prints them: twice, with the details of a symbol below. */
  private static String log(String source) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    var file =
        new SimpleJavaFileObject(
            URI.create("string:///Initializers.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    var compiler = ToolProvider.getSystemJavaCompiler();
    compiler
        .getTask(new StringWriter(), null, found, List.of("-proc:none"), null, List.of(file))
        .call();
    assertFalse(found.getDiagnostics().isEmpty(), "javac finds something");
    StringBuilder errors = new StringBuilder();
    for (Diagnostic<? extends JavaFileObject> error : found.getDiagnostics()) {
      errors.append(
          "[ERROR] /a/student/Initializers.java:[%d,%d] %s%n"
              .formatted(error.getLineNumber(), error.getColumnNumber(), error.getMessage(null)));
    }
    return "[ERROR] COMPILATION ERROR : \n" + errors + "[ERROR] Failed to execute goal\n" + errors;
  }

  @Test
  void theBlockOfTheTestsIsToldAloneWhateverTheProgramPrints() {
    String line = "-".repeat(72);
    String block = line + "\n Exercise 1    passes\n" + line;
    String log = line + "\nmine\n" + block + "\n[ERROR] Tests run: 3, Failures: 1\n";
    assertEquals(block.lines().toList(), MavenLog.tell(log, texts));
  }

  @Test
  void whatKeepsMavenFromCompilingIsToldInASentence() {
    assertEquals(
        List.of(texts.getProperty("log.offline")),
        MavenLog.tell("[ERROR] x: Could not transfer artifact a:b:jar:1\n", texts));
    assertEquals(
        List.of(texts.getProperty("log.ended")),
        MavenLog.tell("[ERROR] The forked VM terminated without saying goodbye\n", texts));
    assertEquals(
        List.of(texts.getProperty("log.bom")),
        MavenLog.tell("[ERROR] /a/Initializers.java:[1,1] illegal character: '\\ufeff'\n", texts));
    assertEquals(
        List.of("This lab needs Maven 3.8 or later."),
        MavenLog.tell(
            "[ERROR] Rule 1: x failed with message:\n[ERROR] This lab needs Maven 3.8 or later.\n",
            texts));
  }

  @Test
  void whatIsUnknownIsShownByItsEnd() {
    List<String> log = Stream.iterate(1, n -> n + 1).limit(40).map(n -> "line " + n).toList();
    assertEquals(log.subList(25, 40), MavenLog.tell(String.join("\n", log), texts));
  }

  /** The bytes of a log may be anything. */
  @Test
  void theProgramReadsALogThatIsNotUtf8() throws IOException {
    Path log = Files.createTempFile("lab", ".log");
    Files.write(log, "\u00e9t\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    MavenLog.main(new String[] {log.toString(), TEXTS.resolve("texts").toString(), "zh"});
    Files.delete(log);
  }
}
