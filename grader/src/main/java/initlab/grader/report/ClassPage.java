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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page about a whole class.
 *
 * @param exerciseHeads the heads of the columns of {@code exercises}
 */
record ClassPage(
    List<String> exerciseHeads,
    List<Integer> exercises,
    List<String> conditions,
    List<Row> reports,
    String mean,
    String median,
    List<StateCount> states,
    List<NeedsAHuman> attention,
    List<String> notCounting,
    List<Bin> histogram,
    List<Mistake> mistakes,
    List<List<Link>> same,
    List<CheckRate> checks) {
  private static final int BINS = 10;
  private static final int MAX_NAMES = 200;

  record Link(String submission, String link) {}

  /**
   * A submission's line.
   *
   * @param automatic the score before a teacher's word, if there is one
   * @param exercises the points of each
   * @param lost the exercises with a check that did not pass
   */
  record Row(
      String submission,
      String link,
      String student,
      String state,
      String score,
      @Nullable String automatic,
      List<String> exercises,
      List<Integer> lost,
      List<String> mistakes) {}

  record StateCount(String id, long count) {}

  record NeedsAHuman(
      String submission, String link, String student, String state, List<String> reasons) {}

  record Bin(String label, int count, String percent) {}

  record Mistake(String id, String hint, List<Link> makers) {}

  record CheckRate(String id, String title, String percent) {}

  /**
   * The bytes of the page.
   *
   * @param facts what is known of the run: the secret's name, and what does not count
   */
  static byte[] of(List<GradeReport> reports, RunFacts facts, Assignment assignment)
      throws IOException {
    SortedSet<Integer> exercises = new Scores(reports).exercises();
    ClassPage page =
        new ClassPage(
            exercises.stream().map(number -> Messages.get("table.exercise", number)).toList(),
            List.copyOf(exercises),
            conditions(reports, facts.secret()),
            reports.stream().map(report -> row(report, exercises)).toList(),
            Points.show(new Scores(reports).mean()),
            Points.show(new Scores(reports).median()),
            states(reports),
            attention(reports, assignment),
            notCounting(facts),
            histogram(reports),
            mistakes(reports, assignment),
            Sameness.groups(reports).stream().map(ClassPage::links).toList(),
            checks(reports));
    return Pages.page("class.ftlh", page);
  }

  private static List<NeedsAHuman> attention(List<GradeReport> reports, Assignment assignment) {
    return Attention.of(reports, assignment).entrySet().stream()
        .map(entry -> needsAHuman(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static NeedsAHuman needsAHuman(GradeReport report, List<String> reasons) {
    String name = report.submission();
    return new NeedsAHuman(name, link(name), report.student(), report.state().id(), reasons);
  }

  /** Older attempts and other files, as far as a page can hold them. */
  private static List<String> notCounting(RunFacts facts) {
    return Stream.concat(
            facts.older().stream().map(name -> Messages.get("run.older", name)),
            facts.passedOver().stream().map(name -> Messages.get("run.passed-over", name)))
        .limit(MAX_NAMES)
        .toList();
  }

  private static List<Link> links(List<GradeReport> reports) {
    return reports.stream()
        .map(report -> new Link(report.submission(), link(report.submission())))
        .toList();
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

  private static Row row(GradeReport report, SortedSet<Integer> exercises) {
    return new Row(
        report.submission(),
        link(report.submission()),
        report.student(),
        report.state().id(),
        Points.show(report.score()),
        report.adjustments().isEmpty() ? null : Points.show(report.outcome().score().automatic()),
        exercises.stream().map(number -> Points.show(report.score(number))).toList(),
        exercises.stream().filter(number -> loses(report, number)).toList(),
        hints(report));
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

  private static List<StateCount> states(List<GradeReport> reports) {
    Map<SubmissionState, Long> counts =
        reports.stream()
            .collect(
                Collectors.groupingBy(GradeReport::state, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> new StateCount(entry.getKey().id(), entry.getValue()))
        .toList();
  }

  /** Ten bins of a tenth of the points each; whoever has more has a bonus and is in the last. */
  private static List<Bin> histogram(List<GradeReport> reports) {
    double max = reports.stream().mapToDouble(GradeReport::maxScore).max().orElse(0);
    int[] counts = new Scores(reports).histogram(BINS, max);
    int most = Arrays.stream(counts).max().orElse(0);
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      String label = bin == BINS - 1 ? "90–100" : "%d–%d.99".formatted(10 * bin, 10 * bin + 9);
      bins.add(new Bin(label, counts[bin], percent(counts[bin], most)));
    }
    return bins;
  }

  private static String percent(long count, long all) {
    return String.valueOf(Math.round(100.0 * count / Math.max(1, all)));
  }

  /** The known mistakes and who made them, the commonest first. */
  private static List<Mistake> mistakes(List<GradeReport> reports, Assignment assignment) {
    Map<String, List<GradeReport>> makers = new TreeMap<>();
    for (GradeReport report : reports) {
      for (String hint : hints(report)) {
        makers.computeIfAbsent(hint, unseen -> new ArrayList<>()).add(report);
      }
    }
    return makers.entrySet().stream()
        .sorted((one, other) -> Integer.compare(other.getValue().size(), one.getValue().size()))
        .map(entry -> mistake(entry.getKey(), entry.getValue(), assignment))
        .toList();
  }

  private static Mistake mistake(String id, List<GradeReport> makers, Assignment assignment) {
    return new Mistake(id, assignment.mistake(id).orElse(""), links(makers));
  }

  /** How many of those whose checks ran passed each, the hardest first. */
  private static List<CheckRate> checks(List<GradeReport> reports) {
    List<GradeReport> graded =
        reports.stream().filter(report -> report.state() == SubmissionState.GRADED).toList();
    Map<String, String> titles = new LinkedHashMap<>();
    Map<String, Long> passed = new LinkedHashMap<>();
    for (CheckResult check : graded.stream().flatMap(report -> report.checks().stream()).toList()) {
      titles.put(check.id(), check.title());
      passed.merge(check.id(), check.state() == CheckState.PASSED ? 1L : 0L, Long::sum);
    }
    return passed.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(entry -> rate(entry.getKey(), titles, entry.getValue(), graded.size()))
        .toList();
  }

  private static CheckRate rate(String id, Map<String, String> titles, long passed, int graded) {
    return new CheckRate(id, titles.getOrDefault(id, id), percent(passed, graded));
  }
}
