package initlab.grader.report;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page about a run: when, how long, on what machine, and what took longest. */
record RunPage(
    String started,
    String seconds,
    int jobs,
    String machine,
    String version,
    List<Slow> slowest,
    List<String> older,
    List<String> passedOver) {
  private static final int SLOWEST = 20;
  private static final int MAX_NAMES = 1_000;

  /** A submission that took long. */
  record Slow(String submission, String link, String seconds) {}

  /** The bytes of the page. */
  static byte[] of(RunFacts facts) throws IOException {
    RunPage page =
        new RunPage(
            facts.started(),
            seconds(facts.seconds()),
            facts.jobs(),
            facts.system() + ", " + facts.java(),
            facts.initlab(),
            slowest(facts.took()),
            facts.older().stream().limit(MAX_NAMES).toList(),
            facts.passedOver().stream().limit(MAX_NAMES).toList());
    return Pages.page("run.ftlh", page);
  }

  private static List<Slow> slowest(Map<String, Double> took) {
    return took.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Comparator.comparing(Map.Entry::getKey)))
        .limit(SLOWEST)
        .map(
            entry ->
                new Slow(entry.getKey(), ClassPage.link(entry.getKey()), seconds(entry.getValue())))
        .toList();
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds);
  }
}
