package initlab.grader.report;

import initlab.grader.assignment.Assignment;
import initlab.grader.assignment.CourseSecret;
import initlab.grader.grading.GradeReport;
import initlab.grader.grading.SubmissionState;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page about a whole class. */
final class ClassPage {
  private static final int BINS = 10;
  private static final int MAX_NAMES = 200;

  private ClassPage() {}

  /**
   * The bytes of the page.
   *
   * @param facts what is known of the run: the secret's name, and what does not count
   */
  static byte[] of(List<GradeReport> reports, RunFacts facts, Assignment assignment)
      throws IOException {
    SortedSet<Integer> exercises = new Scores(reports).exercises();
    Map<String, Object> content = new LinkedHashMap<>();
    content.put(
        "exerciseHeads",
        exercises.stream().map(number -> Messages.get("table.exercise", number)).toList());
    content.put("exercises", List.copyOf(exercises));
    content.put("conditions", conditions(reports, facts.secret()));
    content.put("reports", reports.stream().map(report -> row(report, exercises)).toList());
    content.put("mean", Points.show(new Scores(reports).mean()));
    content.put("median", Points.show(new Scores(reports).median()));
    content.put("states", states(reports));
    content.put("attention", attention(reports, assignment));
    content.put("notCounting", notCounting(facts));
    content.put("histogram", histogram(reports));
    content.put("mistakes", mistakes(reports, assignment));
    content.put("same", Sameness.groups(reports).stream().map(ClassPage::links).toList());
    content.put("checks", checks(reports));
    return Pages.page("class.ftlh", content);
  }

  private static List<Map<String, Object>> attention(
      List<GradeReport> reports, Assignment assignment) {
    List<Map<String, Object>> shown = new ArrayList<>();
    Attention.of(reports, assignment)
        .forEach(
            (report, reasons) -> {
              Map<String, Object> one = new LinkedHashMap<>(link(report));
              one.put("student", report.student());
              one.put("state", report.state().id());
              one.put("reasons", reasons);
              shown.add(one);
            });
    return shown;
  }

  /** Older attempts and other files, as far as a page can hold them. */
  private static List<String> notCounting(RunFacts facts) {
    return Stream.concat(
            facts.older().stream().map(name -> Messages.get("run.older", name)),
            facts.passedOver().stream().map(name -> Messages.get("run.passed-over", name)))
        .limit(MAX_NAMES)
        .toList();
  }

  private static List<Map<String, Object>> links(List<GradeReport> reports) {
    return reports.stream().map(ClassPage::link).toList();
  }

  private static Map<String, Object> link(GradeReport report) {
    return Map.of("submission", report.submission(), "link", link(report.submission()));
  }

  /**
   * What the grades rest on besides the submissions: how those were kept in, and what was asked.
   */
  private static List<String> conditions(List<GradeReport> reports, String secret) {
    List<String> conditions = new ArrayList<>();
    reports.stream()
        .map(GradeReport::isolation)
        .distinct()
        .map(isolation -> Messages.get("terminal.isolation", isolation))
        .forEach(conditions::add);
    conditions.add(
        secret.equals(CourseSecret.builtIn().name())
            ? Messages.get("run.built-in-secret")
            : Messages.get("run.own-secret", secret));
    return conditions;
  }

  private static Map<String, Object> row(GradeReport report, SortedSet<Integer> exercises) {
    Map<String, Object> row = new LinkedHashMap<>(link(report));
    row.put("student", report.student());
    row.put("state", report.state().id());
    row.put("score", Points.show(report.score()));
    if (!report.adjustments().isEmpty()) {
      row.put("automatic", Points.show(report.outcome().score().automatic()));
    }
    row.put("exercises", exercises.stream().map(n -> Points.show(report.score(n))).toList());
    row.put("lost", exercises.stream().filter(number -> loses(report, number)).toList());
    row.put("mistakes", hints(report));
    return row;
  }

  private static boolean loses(GradeReport report, int exercise) {
    return report.checks().stream()
        .anyMatch(
            check ->
                check.exercise() == exercise
                    && !check.bonus()
                    && check.state() != CheckState.PASSED);
  }

  private static List<String> hints(GradeReport report) {
    return report.checks().stream()
        .flatMap(check -> Stream.ofNullable(check.hint()))
        .distinct()
        .sorted()
        .toList();
  }

  /** A folder's name as part of an address. */
  static String link(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static List<Map<String, Object>> states(List<GradeReport> reports) {
    Map<SubmissionState, Long> counts =
        reports.stream()
            .collect(
                Collectors.groupingBy(GradeReport::state, TreeMap::new, Collectors.counting()));
    List<Map<String, Object>> states = new ArrayList<>();
    counts.forEach((state, count) -> states.add(Map.of("id", state.id(), "count", count)));
    return states;
  }

  /** Ten bins of a tenth of the points each; whoever has more has a bonus and is in the last. */
  private static List<Map<String, Object>> histogram(List<GradeReport> reports) {
    double max = reports.stream().mapToDouble(GradeReport::maxScore).max().orElse(0);
    int[] counts = new Scores(reports).histogram(BINS, max);
    int most = Arrays.stream(counts).max().orElse(0);
    List<Map<String, Object>> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      String label = bin == BINS - 1 ? "90–100" : "%d–%d.99".formatted(10 * bin, 10 * bin + 9);
      bins.add(Map.of("label", label, "count", counts[bin], "percent", percent(counts[bin], most)));
    }
    return bins;
  }

  private static String percent(long count, long all) {
    return String.valueOf(Math.round(100.0 * count / Math.max(1, all)));
  }

  /** The known mistakes and who made them, the commonest first. */
  private static List<Map<String, Object>> mistakes(
      List<GradeReport> reports, Assignment assignment) {
    Map<String, List<GradeReport>> makers = new TreeMap<>();
    for (GradeReport report : reports) {
      for (String hint : hints(report)) {
        makers.computeIfAbsent(hint, unseen -> new ArrayList<>()).add(report);
      }
    }
    return makers.entrySet().stream()
        .sorted((one, other) -> Integer.compare(other.getValue().size(), one.getValue().size()))
        .map(
            entry ->
                Map.<String, Object>of(
                    "id",
                    entry.getKey(),
                    "hint",
                    assignment.mistake(entry.getKey()).orElse(""),
                    "makers",
                    links(entry.getValue())))
        .toList();
  }

  /** How many of those whose checks ran passed each, the hardest first. */
  private static List<Map<String, Object>> checks(List<GradeReport> reports) {
    Map<String, String> titles = new LinkedHashMap<>();
    Map<String, Long> passed = new LinkedHashMap<>();
    List<GradeReport> graded =
        reports.stream().filter(report -> report.state() == SubmissionState.GRADED).toList();
    for (GradeReport report : graded) {
      for (CheckResult check : report.checks()) {
        titles.put(check.id(), check.title());
        passed.merge(check.id(), check.state() == CheckState.PASSED ? 1L : 0L, Long::sum);
      }
    }
    return passed.entrySet().stream()
        .sorted(Comparator.comparing(Map.Entry::getValue))
        .map(
            entry ->
                Map.<String, Object>of(
                    "id", entry.getKey(),
                    "title", titles.get(entry.getKey()),
                    "percent", percent(entry.getValue(), graded.size())))
        .toList();
  }
}
