package initlab.grader.report;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page about a run: when, how long, on what machine, and what took longest. */
final class RunPage {
  private static final int SLOWEST = 20;
  private static final int MAX_NAMES = 1_000;

  private RunPage() {}

  static byte[] of(RunFacts facts) throws IOException {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("started", facts.started());
    content.put("seconds", seconds(facts.seconds()));
    content.put("jobs", facts.jobs());
    content.put("machine", facts.system() + ", " + facts.java());
    content.put("version", facts.initlab());
    content.put("slowest", slowest(facts.took()));
    content.put("older", facts.older().stream().limit(MAX_NAMES).toList());
    content.put("passedOver", facts.passedOver().stream().limit(MAX_NAMES).toList());
    return Pages.page("run.ftlh", content);
  }

  private static List<Map<String, Object>> slowest(Map<String, Double> took) {
    return took.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Comparator.comparing(Map.Entry::getKey)))
        .limit(SLOWEST)
        .map(
            entry ->
                Map.<String, Object>of(
                    "submission", entry.getKey(),
                    "link", ClassPage.link(entry.getKey()),
                    "seconds", seconds(entry.getValue())))
        .toList();
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds);
  }
}
