package initlab.grader.cli;

import initlab.grader.grading.GradeReport;
import initlab.grader.report.Terminal;
import initlab.grader.rubric.LatePolicy;
import initlab.grader.rubric.Rubric;
import initlab.grader.text.Messages;
import initlab.grader.text.Text;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Where a command prints. */
record Console(PrintStream out, PrintStream err) {
  Terminal terminal() {
    return new Terminal(out, canShowMarks());
  }

  /** Prints a sentence of the messages, with its values. */
  void say(String key, Object... values) {
    out.println(Messages.get(key, values));
  }

  /** Names what a late policy could not be applied to; nothing is passed over in silence. */
  void tellLateness(Rubric rubric, List<GradeReport> reports) {
    LatePolicy late = rubric.late();
    if (late == null) {
      return;
    }
    Set<String> unknown = new TreeSet<>(late.extensions().keySet());
    reports.forEach(report -> unknown.removeAll(report.names()));
    if (!unknown.isEmpty()) {
      say("late.nobody", Text.clean(unknown.toString()));
    }
    long timeless = reports.stream().filter(report -> report.handedIn() == null).count();
    if (timeless > 0) {
      say("late.no-time", timeless);
    }
  }

  /** Whether the terminal's own encoding has the marks ✓ and ✗. */
  static boolean canShowMarks() {
    String encoding =
        System.getProperty(
            "stdout.encoding",
            System.getProperty("sun.stdout.encoding", System.getProperty("native.encoding", "")));
    return encoding.toUpperCase(Locale.ROOT).startsWith("UTF");
  }

  /** Whether a person is watching, who wants a progress bar. */
  @SuppressWarnings("SystemConsoleNull") // from JDK 22 on, isTerminal says it
  static boolean isInteractive() {
    java.io.Console console = System.console();
    if (console == null || System.getenv("TERM") == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }
}
