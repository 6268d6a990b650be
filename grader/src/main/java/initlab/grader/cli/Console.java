package initlab.grader.cli;

import initlab.grader.report.Terminal;
import java.io.PrintStream;
import java.util.Locale;

/** Where a command prints. */
record Console(PrintStream out, PrintStream err) {
  Terminal terminal() {
    return new Terminal(out, canShowMarks());
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
