package initlab.grader.run;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.Grader;
import initlab.grader.grading.Policy;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Intake;
import initlab.grader.intake.Submission;
import initlab.grader.intake.Submission.Source;
import initlab.grader.report.ReportPages;
import initlab.grader.report.RunFacts;
import initlab.grader.report.RunState;
import initlab.grader.sandbox.HarnessFault;
import initlab.grader.text.Messages;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Grades a class into a folder. Each result is on disk before the next submission starts, so that a
 * run which ends early, however it ends, goes on from there. What was graded before stays until all
 * that replaces it is whole.
 */
public final class ClassRun {
  private final RunListener listener;
  private final Grader grader;
  private final Policy policy;
  private final RunOptions options;
  private final Staging staging;
  private final ResultFiles results;
  private volatile int done;
  private volatile int total;

  /** A run. */
  public ClassRun(Grader grader, Policy policy, RunOptions options, RunListener listener) {
    this.listener = listener;
    this.grader = grader;
    this.policy = policy;
    this.options = options;
    this.staging = new Staging(options.out(), policy.assignment());
    this.results = new ResultFiles(options.out(), policy.assignment());
  }

  /**
   * Grades the submissions, in their order.
   *
   * @param hasTimes whether a table says when they were handed in
   * @return the results of the class, sorted by submission
   * @throws HarnessFault if the results cannot be written
   * @throws UsageException if there are results that were graded otherwise
   */
  @SuppressWarnings("try") // the lock is held, not used
  public List<GradeReport> grade(Intake.Found found, boolean hasTimes) throws IOException {
    List<Submission> own = options.shard().of(found).submissions();
    total = own.size();
    try (RunLock lock = new RunLock(options.out())) {
      staging.settle();
      return gradeLocked(found, own, hasTimes);
    } catch (IOException e) {
      throw new HarnessFault(
          Messages.get(
              "run.not-written",
              e.getClass().getSimpleName(),
              String.valueOf(e.getMessage()),
              howFar()),
          e);
    }
  }

  /** Says how much is done and kept. */
  public String howFar() {
    return Messages.get("run.how-far", done, total, options.out());
  }

  private List<GradeReport> gradeLocked(Intake.Found found, List<Submission> own, boolean hasTimes)
      throws IOException {
    String settings = Settings.ofResults(grader, policy);
    String ofRun = Settings.ofRun(settings, policy.rubric(), hasTimes);
    RunRecord record = new RunRecord(found, options, policy.secret(), ofRun);
    Optional<RunFacts> earlier = record.earlier();
    boolean isAgain = results.areWhole();
    Path place = isAgain ? staging.folder() : options.out();
    ResultFiles files = isAgain ? new ResultFiles(place, policy.assignment()) : results;
    Takeover takeover = new Takeover(policy, settings, options);
    takeover.decide(found.submissions(), own, isAgain ? List.of(files, results) : List.of(results));
    earlier.ifPresent(facts -> record.takeOver(facts, takeover.kept().keySet()));
    if (earlier.isPresent()) {
      listener.goesOn(takeover.reasons());
    }
    options.adjustments().keepIn(options.out());
    files.clear(takeover.kept().keySet()); // first: the old record still describes what is left
    total = takeover.kept().size() + takeover.toGrade().size();
    record.facts(RunState.RUNNING, total).write(place);
    Set<String> unchanged = takeOver(takeover, files);
    SortedMap<String, GradeReport> reports = new TreeMap<>();
    takeover.kept().forEach((name, kept) -> reports.put(name, kept.report()));
    done = reports.size();
    gradeRest(takeover, new Graded(files, settings, record, reports));
    return finish(List.copyOf(reports.values()), unchanged, files, record, earlier);
  }

  /** What is graded, and where it goes. */
  private record Graded(
      ResultFiles files,
      String settings,
      RunRecord record,
      SortedMap<String, GradeReport> reports) {}

  /** Takes over what holds, and names those of whom nothing changed. */
  private static Set<String> takeOver(Takeover takeover, ResultFiles files) throws IOException {
    Set<String> unchanged = new HashSet<>();
    for (Takeover.Kept kept : takeover.kept().values()) {
      if (kept.place() != files) {
        files.take(kept.report().submission(), kept.place());
      }
      if (files.has(kept.report())) {
        unchanged.add(kept.report().submission());
      } else { // other points, or another name
        files.write(kept.report());
      }
    }
    return unchanged;
  }

  private List<GradeReport> finish(
      List<GradeReport> reports,
      Set<String> unchanged,
      ResultFiles files,
      RunRecord record,
      Optional<RunFacts> earlier)
      throws IOException {
    Path place = files.folder();
    boolean isAgain = !place.equals(options.out());
    if (isAgain && earlier.isPresent() && isSame(reports, record, earlier.get())) {
      staging.discard();
      listener.nothingToDo(reports.size());
      return reports;
    }
    Optional<GradeReport> spoilt = isAgain ? spoilt(reports) : Optional.empty();
    if (spoilt.isPresent()) {
      listener.keepsTheOld(spoilt.get().submission());
      return reports;
    }
    boolean anyFault = reports.stream().anyMatch(r -> r.state() == SubmissionState.HARNESS_ERROR);
    RunFacts facts = record.facts(anyFault ? RunState.RUNNING : RunState.COMPLETE, reports.size());
    files.writeGrades(reports);
    new ReportPages(place, policy.assignment())
        .write(reports, facts, options.out(), isAgain ? unchanged : Set.of());
    facts.write(place);
    if (isAgain) {
      staging.commit();
    }
    return reports;
  }

  private boolean isSame(List<GradeReport> reports, RunRecord record, RunFacts earlier)
      throws IOException {
    for (GradeReport report : reports) {
      if (!results.has(report)) {
        return false;
      }
    }
    return reports.size() == results.names().size() && record.isAsIn(earlier);
  }

  /** A fault of ours never stands in the place of a result. */
  private Optional<GradeReport> spoilt(List<GradeReport> reports) throws IOException {
    for (GradeReport report : reports) {
      boolean isFault = report.state() == SubmissionState.HARNESS_ERROR;
      if (isFault
          && results
              .read(report.submission())
              .filter(old -> old.state() != SubmissionState.HARNESS_ERROR)
              .isPresent()) {
        return Optional.of(report);
      }
    }
    return Optional.empty();
  }

  /** Lanes grade, each one submission at a time; what they find is written here, one by one. */
  private void gradeRest(Takeover takeover, Graded graded) throws IOException {
    listener.starts(total);
    try (Lanes lanes = new Lanes(grader, options.jobs(), listener)) {
      lanes.start(takeover.toGrade());
      for (int left = takeover.toGrade().size(); left > 0; left--) {
        Lanes.Result result = lanes.next();
        write(result, takeover, graded);
        done = graded.reports().size();
        listener.graded(result.submission().name(), done, total);
      }
    }
  }

  private void write(Lanes.Result result, Takeover takeover, Graded graded) throws IOException {
    Submission submission = result.submission();
    graded.record().add(submission.name(), result.took());
    if (submission.content() instanceof Source source) {
      graded.files().writeSource(submission.name(), source.text());
    }
    GradeReport report = takeover.adjusted(result.report().under(graded.settings()));
    graded.files().write(report);
    graded.reports().put(submission.name(), report);
    graded.record().save(total, graded.files().folder());
  }
}
