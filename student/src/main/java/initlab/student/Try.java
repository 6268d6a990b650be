package initlab.student;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Scanner;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Runs a line of Java, such as one that the grader's feedback gives, with the student's methods.
 */
public final class Try {
  private Try() {}

  /**
   * Asks for a line and runs it.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ENGLISH);
    System.out.println(Texts.get("try.ask"));
    Scanner in = new Scanner(System.in, StandardCharsets.UTF_8);
    if (in.hasNextLine()) {
      run(in.nextLine());
    }
  }

  static void run(String line) {
    try (JShell shell =
        JShell.builder().out(System.out).err(System.out).executionEngine("local").build()) {
      if (Try.class.getClassLoader() instanceof URLClassLoader loader) {
        for (URL url : loader.getURLs()) {
          shell.addToClasspath(url.getPath());
        }
      }
      shell.eval("import initlab.student.*;");
      shell.eval("import org.ejml.simple.SimpleMatrix;");
      evaluate(shell, line);
    }
  }

  private static void evaluate(JShell shell, String line) {
    String rest = line;
    while (!rest.isBlank()) {
      CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      String source = next.source() == null ? rest : next.source();
      if (!shell.eval(source).stream().allMatch(event -> isSound(shell, event))) {
        return;
      }
      rest = next.source() == null ? "" : next.remaining();
    }
  }

  private static boolean isSound(JShell shell, SnippetEvent event) {
    if (event.exception() instanceof EvalException thrown) {
      System.out.println(thrown.getExceptionClassName() + ": " + thrown.getMessage());
      return false;
    }
    if (event.status() != Snippet.Status.VALID) {
      System.out.println(Texts.get("try.unclear", event.snippet().source().strip()));
      shell
          .diagnostics(event.snippet())
          .forEach(diagnostic -> System.out.println(diagnostic.getMessage(Locale.ENGLISH)));
      return false;
    }
    if (event.snippet().subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
      System.out.println(event.value());
    }
    return true;
  }
}
