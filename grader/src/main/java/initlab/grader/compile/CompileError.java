package initlab.grader.compile;

import initlab.grader.text.Messages;
import initlab.grader.text.Text;
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

  /** A line may be as long as the file; what is looked for in it stands at its beginning. */
  private static final int MAX_SEARCHED = 500;

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
  String show(String source, Advice advice) {
    List<String> lines = source.lines().toList();
    String text = Text.clean(message);
    if (line < 1 || line > lines.size()) {
      return text;
    }
    String sourceLine = lines.get(line - 1);
    String code = Text.clean(cut(sourceLine, MAX_SEARCHED)).strip();
    String shown = code.length() <= MAX_SOURCE ? code : cut(code, MAX_SOURCE) + "…";
    String remedy =
        advice
            .on(this.code, message, cut(sourceLine, MAX_SEARCHED))
            .map(what -> "\n    → " + what)
            .orElse("");
    return Messages.get("build.error", line, column, text) + "\n    " + shown + remedy;
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }
}
