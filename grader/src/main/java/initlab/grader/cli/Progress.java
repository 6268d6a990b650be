package initlab.grader.cli;

import initlab.grader.run.Reason;
import initlab.grader.run.RunListener;
import initlab.grader.text.Messages;
import initlab.grader.text.Text;
import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far grading is: a bar on a terminal, a line for every tenth in a log, or nothing. */
final class Progress implements RunListener, AutoCloseable {
  private static final int SHOWN = 10;

  private final PrintStream err;
  private @Nullable ProgressBar bar;
  private final boolean quiet;

  private final LongSupplier clock;
  private final Set<String> now = new LinkedHashSet<>();
  private long start;
  private int graded;

  Progress(PrintStream err, boolean quiet) {
    this(err, quiet, System::nanoTime);
  }

  /**
   * Progress by a clock.
   *
   * @param clock gives nanoseconds
   */
  Progress(PrintStream err, boolean quiet, LongSupplier clock) {
    this.err = err;
    this.quiet = quiet;
    this.clock = clock;
  }

  @Override
  public void starts(int total) {
    start = clock.getAsLong();
    bar = !quiet && Console.isInteractive() ? bar(total, err) : null;
  }

  private static ProgressBar bar(int total, PrintStream err) {
    return new ProgressBarBuilder()
        .setTaskName(Messages.get("run.task"))
        .setInitialMax(total)
        .setSpeedUnit(ChronoUnit.MINUTES)
        .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
        .setStyle(Console.canShowMarks() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
        .setConsumer(new ConsoleProgressBarConsumer(err))
        .build();
  }

  @Override
  public void goesOn(Map<Reason, List<String>> reasons) {
    Map<Reason, List<String>> others = new EnumMap<>(reasons);
    int kept = others.getOrDefault(Reason.KEPT, List.of()).size();
    int all =
        others.entrySet().stream()
            .filter(one -> one.getKey() != Reason.GONE && one.getKey() != Reason.SCORED)
            .mapToInt(one -> one.getValue().size())
            .sum();
    others.remove(Reason.KEPT);
    err.println(Messages.get("run.going-on", kept, all));
    others.forEach(
        (reason, names) ->
            err.println("  " + Messages.get(reason.key(), names.size(), Text.clean(some(names)))));
  }

  /** The first of many names. */
  private static String some(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return names.size() > SHOWN ? shown + ", …" : shown;
  }

  @Override
  public void nothingToDo(int total) {
    err.println(Messages.get("run.nothing-to-do", total));
  }

  @Override
  public void keepsTheOld(String submission) {
    err.println("initlab: " + Messages.get("run.keeps-the-old", Text.clean(submission)));
  }

  @Override
  public synchronized void begins(String submission) {
    now.add(Text.clean(submission));
    tellBar();
  }

  @Override
  public synchronized void graded(String submission, int done, int total) {
    now.remove(Text.clean(submission));
    graded++;
    if (bar != null) {
      bar.step();
      tellBar();
    } else if (!quiet && done * 10L / total > (done - 1) * 10L / total) {
      err.println(line(done, total));
    }
  }

  private void tellBar() {
    if (bar != null) {
      bar.setExtraMessage(" " + some(List.copyOf(now)));
    }
  }

  /** How far it is, how fast, how much longer, and who is being graded. */
  private String line(int done, int total) {
    double seconds = Math.max(1e-3, (clock.getAsLong() - start) / 1e9);
    double rate = graded / seconds;
    String shown = String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%.0f", rate);
    return done == total
        ? Messages.get("run.progress-end", done, total, shown)
        : Messages.get(
            "run.progress",
            done,
            total,
            shown,
            duration((total - done) / rate),
            some(List.copyOf(now)));
  }

  private static String duration(double seconds) {
    long rounded = Math.round(seconds);
    return rounded < 120 ? rounded + " s" : Math.round(seconds / 60) + " min";
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
