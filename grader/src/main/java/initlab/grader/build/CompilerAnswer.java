package initlab.grader.build;

import initlab.grader.build.BuildResult.Compiled;
import initlab.grader.build.BuildResult.NotCompiled;
import initlab.grader.build.BuildResult.Rejected;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what the compiler process answers: class files or errors. */
final class CompilerAnswer {
  private static final String PACKAGE = "initlab.student.";
  private static final String CLASS = PACKAGE + "Initializers";
  private static final int MAX_CLASSES = 64;
  private static final int MAX_NAME = 200;
  private static final int MAX_SHOWN = 5;

  private CompilerAnswer() {}

  /** Reads an answer about a source. */
  static BuildResult read(byte[] answer, String source) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer));
    Map<String, byte[]> classes = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      classes.put(in.readUTF(), in.readNBytes(in.readInt()));
    }
    List<CompileError> errors = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      errors.add(new CompileError(in.readInt(), in.readInt(), in.readUTF(), in.readUTF()));
    }
    boolean isCompiled = in.readBoolean();
    return isCompiled ? accepted(classes) : notCompiled(errors, source);
  }

  private static BuildResult notCompiled(List<CompileError> errors, String source) {
    Optional<Rejected> wrongName =
        errors.stream()
            .filter(CompileError::isWrongClassName)
            .findFirst()
            .map(CompilerAnswer::wrongName);
    if (wrongName.isPresent()) {
      return wrongName.get();
    }
    if (errors.isEmpty()) {
      return new NotCompiled("javac gave up without a word: is an expression nested too deeply?");
    }
    List<String> shown = errors.stream().map(error -> error.show(source)).distinct().toList();
    String more = shown.size() > MAX_SHOWN ? "\n… and " + (shown.size() - MAX_SHOWN) + " more" : "";
    return new NotCompiled(
        shown.stream().limit(MAX_SHOWN).collect(Collectors.joining("\n", "", more)));
  }

  private static Rejected wrongName(CompileError error) {
    return new Rejected(
        "line %d: the public class is called %s; it must be called Initializers, as its file"
            .formatted(error.line(), error.classInMessage()));
  }

  private static BuildResult accepted(Map<String, byte[]> classes) {
    if (classes.isEmpty()) {
      return new NotCompiled("there is no class in the file");
    }
    if (classes.size() > MAX_CLASSES) {
      return new Rejected(
          "the source has %d classes; at most %d are accepted"
              .formatted(classes.size(), MAX_CLASSES));
    }
    Optional<String> foreign =
        classes.keySet().stream()
            .filter(name -> !name.startsWith(PACKAGE) || name.indexOf('.', PACKAGE.length()) >= 0)
            .findFirst();
    if (foreign.isPresent()) {
      return new Rejected(wrongPackage(foreign.get()));
    }
    if (classes.keySet().stream().anyMatch(name -> name.length() > MAX_NAME)) {
      return new Rejected("a class has a name of more than " + MAX_NAME + " letters; shorten it");
    }
    if (!classes.containsKey(CLASS)) {
      String found = classes.keySet().iterator().next().substring(PACKAGE.length());
      return new Rejected("the class is called " + found + "; it must be called Initializers");
    }
    return new Compiled(classes);
  }

  private static String wrongPackage(String className) {
    int dot = className.lastIndexOf('.');
    String found =
        dot < 0 ? "the package line is missing" : "the package is " + className.substring(0, dot);
    return found + "; the first line of code must be: package initlab.student;";
  }
}
