package initlab.grader.compile;

import initlab.grader.compile.BuildResult.Compiled;
import initlab.grader.compile.BuildResult.NotCompiled;
import initlab.grader.compile.BuildResult.Rejected;
import initlab.grader.text.Messages;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the compiler process answers.
 *
 * @param classes the class files under their binary names
 * @param errors what javac says of the source
 * @param isCompiled whether it is content
 */
record CompilerAnswer(Map<String, byte[]> classes, List<CompileError> errors, boolean isCompiled) {
  private static final int MAX_CLASSES = 64;
  private static final int MAX_NAME = 200;
  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_SHOWN = 5;

  static CompilerAnswer read(byte[] answer) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer));
    Map<String, byte[]> classes = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      classes.put(in.readUTF(), in.readNBytes(in.readInt()));
    }
    List<CompileError> errors = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      errors.add(new CompileError(in.readInt(), in.readInt(), in.readUTF(), in.readUTF()));
    }
    return new CompilerAnswer(classes, errors, in.readBoolean());
  }

  /** Whether javac came to its end as it does every day: whoever did not is not asked again. */
  boolean isOrdinary() {
    return isCompiled || !errors.isEmpty();
  }

  /**
   * What comes of the source.
   *
   * @param type the binary name of the class that it is to have
   */
  BuildResult result(String source, String type, Advice advice) {
    return isCompiled ? accepted(classes, type) : notCompiled(errors, source, type, advice);
  }

  private static BuildResult notCompiled(
      List<CompileError> errors, String source, String type, Advice advice) {
    Optional<Rejected> wrongName =
        errors.stream()
            .filter(CompileError::isWrongClassName)
            .findFirst()
            .map(error -> wrongName(error, type));
    if (wrongName.isPresent()) {
      return wrongName.get();
    }
    if (errors.isEmpty()) {
      return new NotCompiled(Messages.get("build.no-words"));
    }
    List<String> shown =
        errors.stream().map(error -> error.show(source, advice)).distinct().toList();
    String more =
        shown.size() > MAX_SHOWN ? "\n" + Messages.get("build.more", shown.size() - MAX_SHOWN) : "";
    return new NotCompiled(
        shown.stream().limit(MAX_SHOWN).collect(Collectors.joining("\n", "", more)));
  }

  private static Rejected wrongName(CompileError error, String type) {
    return new Rejected(
        Messages.get("build.public-class", error.line(), error.classInMessage(), simpleName(type)));
  }

  private static BuildResult accepted(Map<String, byte[]> classes, String type) {
    if (classes.isEmpty()) {
      return new NotCompiled(Messages.get("build.no-class"));
    }
    String inPackage = type.substring(0, type.lastIndexOf('.') + 1);
    Optional<String> refusal = tooMuch(classes).or(() -> foreign(classes.keySet(), type));
    if (refusal.isPresent()) {
      return new Rejected(refusal.get());
    }
    if (!classes.containsKey(type)) {
      String found = classes.keySet().iterator().next().substring(inPackage.length());
      return new Rejected(Messages.get("build.class-name", found, simpleName(type)));
    }
    return new Compiled(classes);
  }

  private static Optional<String> tooMuch(Map<String, byte[]> classes) {
    if (classes.size() > MAX_CLASSES) {
      return Optional.of(Messages.get("build.many-classes", classes.size(), MAX_CLASSES));
    }
    return classes.values().stream().mapToInt(bytes -> bytes.length).sum() > MAX_BYTES
        ? Optional.of(Messages.get("build.many-bytes"))
        : Optional.empty();
  }

  private static Optional<String> foreign(Set<String> names, String type) {
    String inPackage = type.substring(0, type.lastIndexOf('.') + 1);
    Optional<String> foreign =
        names.stream()
            .filter(
                name -> !name.startsWith(inPackage) || name.indexOf('.', inPackage.length()) >= 0)
            .findFirst();
    if (foreign.isPresent()) {
      return Optional.of(wrongPackage(foreign.get(), type));
    }
    return names.stream().anyMatch(name -> name.length() > MAX_NAME)
        ? Optional.of(Messages.get("build.long-name", MAX_NAME))
        : Optional.empty();
  }

  private static String simpleName(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static String wrongPackage(String className, String type) {
    String right = type.substring(0, type.lastIndexOf('.'));
    int dot = className.lastIndexOf('.');
    return dot < 0
        ? Messages.get("build.no-package", right)
        : Messages.get("build.package", className.substring(0, dot), right);
  }
}
