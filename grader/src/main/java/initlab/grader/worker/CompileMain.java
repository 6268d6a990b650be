package initlab.grader.worker;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * The compiler process: says hello, then answers each source, a frame of UTF-8, with class files or
 * diagnostics in one frame. Nothing is written to disk.
 */
public final class CompileMain {
  private static final int MAX_DIAGNOSTICS = 20;
  private static final int MAX_DIAGNOSTIC = 500;

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final JavaFileManager libraries;
  private final List<String> options;
  private final String type;
  private boolean isSound = true;

  private CompileMain(String classPath, String type) {
    this.type = type;
    Optional<JavaFileManager> kept = JavaRelease.open();
    libraries =
        kept.orElseGet(
            () -> javac.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8));
    options =
        options(
            kept.isPresent() ? JavaRelease.OPTIONS : JavaRelease.OPTIONS_THAT_OPEN_IT, classPath);
  }

  private static List<String> options(List<String> release, String classPath) {
    List<String> options = new ArrayList<>(release);
    options.addAll(
        List.of(
            "-proc:none",
            "-implicit:none",
            "-nowarn",
            "-Xlint:none",
            "-XDstringConcat=inline", // a worker that concatenates starts in half the time
            "-Xmaxerrs",
            String.valueOf(MAX_DIAGNOSTICS),
            "-cp",
            classPath));
    return options;
  }

  /**
   * Compiles one source after another until its input ends, or until javac itself has failed: what
   * is left of it then nobody knows.
   *
   * @param args the class path of submissions, and the class that they are to have
   */
  public static void main(String[] args) throws IOException {
    DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
    DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    System.setOut(System.err);
    new Frame(Protocol.HELLO_NONCE, new byte[0]).writeTo(out);
    CompileMain compiler = new CompileMain(args[0], args[1]);
    while (compiler.isSound) {
      Frame source;
      try {
        source = Frame.readFrom(in);
      } catch (EOFException end) {
        break;
      }
      byte[] answer = compiler.compile(new String(source.payload(), StandardCharsets.UTF_8));
      new Frame(source.nonce(), answer).writeTo(out);
    }
    Runtime.getRuntime().halt(0);
  }

  private byte[] compile(String source) throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    MemoryFiles files = new MemoryFiles(libraries);
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
                  List.of(MemoryFiles.source(type, source)))
              .call();
      isSound = success || !diagnostics.getDiagnostics().isEmpty();
    } catch (RuntimeException | StackOverflowError e) {
      isSound = false;
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
