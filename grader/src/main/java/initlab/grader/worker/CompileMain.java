package initlab.grader.worker;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * The compiler process: reads one source from standard input, says hello, answers with class files
 * or diagnostics in one frame, and ends. Nothing is written to disk.
 */
public final class CompileMain {
  private static final int MAX_DIAGNOSTICS = 20;
  private static final int MAX_DIAGNOSTIC = 500;

  private CompileMain() {}

  /**
   * Compiles.
   *
   * @param args the class path of the submission
   */
  public static void main(String[] args) throws IOException {
    DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    System.setOut(System.err);
    new Frame(Protocol.HELLO_NONCE, new byte[0]).writeTo(out);
    String source = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    new Frame(Protocol.HELLO_NONCE, compile(source, args[0])).writeTo(out);
    Runtime.getRuntime().halt(0);
  }

  private static byte[] compile(String source, String classPath) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    MemoryFiles files =
        new MemoryFiles(
            javac.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8));
    List<String> options =
        List.of(
            "--release",
            "17",
            "-proc:none",
            "-implicit:none",
            "-nowarn",
            "-Xlint:none",
            "-Xmaxerrs",
            String.valueOf(MAX_DIAGNOSTICS),
            "-cp",
            classPath);
    boolean success;
    try {
      success =
          javac
              .getTask(
                  new StringWriter(),
                  files,
                  diagnostics,
                  options,
                  null,
                  List.of(MemoryFiles.source(source)))
              .call();
    } catch (RuntimeException | StackOverflowError e) {
      success = false;
    }
    return answer(success, success ? files.classes() : Map.of(), diagnostics.getDiagnostics());
  }

  private static byte[] answer(
      boolean success,
      Map<String, byte[]> classes,
      List<Diagnostic<? extends JavaFileObject>> diagnostics)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(classes.size());
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().length);
      out.write(entry.getValue());
    }
    List<Diagnostic<? extends JavaFileObject>> errors =
        diagnostics.stream()
            .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
            .limit(MAX_DIAGNOSTICS)
            .toList();
    out.writeInt(errors.size());
    for (Diagnostic<? extends JavaFileObject> error : errors) {
      out.writeInt((int) error.getLineNumber());
      out.writeInt((int) error.getColumnNumber());
      out.writeUTF(cut(error.getCode()));
      out.writeUTF(cut(error.getMessage(Locale.ENGLISH)));
    }
    out.writeBoolean(success);
    return bytes.toByteArray();
  }

  private static String cut(String text) {
    return text.length() <= MAX_DIAGNOSTIC ? text : text.substring(0, MAX_DIAGNOSTIC) + "…";
  }
}
