package initlab.grader.build;

import initlab.grader.sandbox.Text;
import initlab.grader.text.Messages;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error of javac.
 *
 * @param line 1-based, or -1
 * @param column 1-based, or -1
 * @param code javac's stable name of the error
 * @param message javac's English text
 */
record CompileError(int line, int column, String code, String message) {
  private static final int MAX_SOURCE = 120;
  private static final Pattern CLASS_NAME =
      Pattern.compile("\\S+ (\\S+) is public, should be declared");

  boolean isWrongClassName() {
    return code.equals("compiler.err.class.public.should.be.in.file");
  }

  /** The name that javac complains about, if {@link #isWrongClassName}. */
  String classInMessage() {
    Matcher matcher = CLASS_NAME.matcher(message);
    return matcher.find() ? Text.clean(matcher.group(1)) : "something else";
  }

  /** The error with the line of the source it is about and, where it is known, what to do. */
  String show(String source) {
    List<String> lines = source.lines().toList();
    String text = Text.clean(message);
    if (line < 1 || line > lines.size()) {
      return text;
    }
    String sourceLine = lines.get(line - 1);
    String code = Text.clean(sourceLine).strip();
    String shown = code.length() <= MAX_SOURCE ? code : code.substring(0, MAX_SOURCE) + "…";
    String remedy =
        Remedies.of(this.code, message, sourceLine).map(what -> "\n    → " + what).orElse("");
    return Messages.get("build.error", line, column, text) + "\n    " + shown + remedy;
  }
}
