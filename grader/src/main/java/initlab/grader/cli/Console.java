package initlab.grader.cli;

import initlab.grader.grading.GradeReport;
import initlab.grader.intake.Submission;
import initlab.grader.intake.Submission.Source;
import initlab.grader.report.Points;
import initlab.grader.report.Terminal;
import initlab.grader.rubric.LatePolicy;
import initlab.grader.rubric.Rubric;
import initlab.grader.text.Messages;
import initlab.grader.text.Text;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Where a command prints. */
record Console(PrintStream out, PrintStream err) {
  private static final int MAX_NAMES = 20;

  Terminal terminal() {
    return new Terminal(out, canShowMarks());
  }

  /** Prints a sentence of the messages, with its values. */
  void say(String key, Object... values) {
    out.println(Messages.get(key, values));
  }

  /** Prints a text that programs read: in UTF-8, whatever the terminal's encoding. */
  void print(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** What a teacher should know of how sources were found; all of it stands in the report. */
  void tellNotices(List<Submission> submissions) {
    List<String> notices =
        submissions.stream()
            .filter(submission -> submission.content() instanceof Source)
            .flatMap(
                submission ->
                    ((Source) submission.content())
                        .notices().stream()
                            .map(text -> Messages.get("run.notice", submission.name(), text)))
            .toList();
    notices.stream().limit(MAX_NAMES).map(Text::clean).forEach(err::println);
    if (notices.size() > MAX_NAMES) {
      err.println(Messages.get("run.more-notices", notices.size() - MAX_NAMES));
    }
  }

  /**
   * Names what a late policy could not be applied to; nothing is passed over in silence.
   *
   * @param hasTimes whether a table says when submissions were handed in
   */
  void tellLateness(Rubric rubric, List<GradeReport> reports, boolean hasTimes) {
    LatePolicy late = rubric.late();
    if (late != null) {
      tellExtensions(late, reports);
      tell(
          "late.no-time",
          reports.stream()
              .filter(report -> report.handedIn() == null)
              .map(GradeReport::submission)
              .toList());
    } else if (hasTimes) {
      say("late.no-policy");
    }
  }

  private void tellExtensions(LatePolicy late, List<GradeReport> reports) {
    Set<String> unknown = new TreeSet<>(late.extensions().keySet());
    reports.forEach(report -> unknown.removeAll(report.names()));
    tell("late.nobody", unknown);
    Set<String> early = new TreeSet<>(late.extensions().keySet());
    early.removeIf(name -> !late.extensions().getOrDefault(name, late.due()).isBefore(late.due()));
    tell("late.early", early);
  }

  /** Says whose score is not what the checks came to. */
  void tellAdjustments(List<GradeReport> reports) {
    tell(
        "run.adjusted",
        reports.stream()
            .filter(report -> !report.adjustments().isEmpty())
            .map(
                report ->
                    "%s %s -> %s"
                        .formatted(
                            report.submission(),
                            Points.show(report.outcome().score().automatic()),
                            Points.show(report.score())))
            .toList());
  }

  private void tell(String key, Collection<String> names) {
    if (!names.isEmpty()) {
      String some = String.join(", ", names.stream().limit(MAX_NAMES).toList());
      say(key, names.size(), Text.clean(names.size() > MAX_NAMES ? some + ", …" : some));
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
