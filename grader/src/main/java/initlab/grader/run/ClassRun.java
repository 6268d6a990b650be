package initlab.grader.run;

import initlab.grader.compile.BuildResult;
import initlab.grader.grading.GradeReport;
import initlab.grader.grading.Grader;
import initlab.grader.grading.Policy;
import initlab.grader.grading.SourceHash;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Intake;
import initlab.grader.intake.Submission;
import initlab.grader.intake.Submission.Source;
import initlab.grader.report.ReportPages;
import initlab.grader.report.RunFacts;
import initlab.grader.sandbox.HarnessFault;
import initlab.grader.text.Messages;
import initlab.grader.text.Text;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Grades a class into a folder. Each result is on disk before the next submission starts, so that a
 * run which ends early, however it ends, goes on from there.
 */
public final class ClassRun {
  private final RunListener listener;
  private final Grader grader;
  private final Policy policy;
  private final Path out;
  private final int jobs;
  private final boolean replaces;
  private final ResultFiles files;
  private final Map<String, GradeReport> finished = new HashMap<>();
  private volatile int done;
  private volatile int total;

  /**
   * A run.
   *
   * @param out the result folder
   * @param jobs how many submissions are compiled at once
   * @param replaces whether results that were graded otherwise may be lost
   */
  public ClassRun(
      Grader grader, Policy policy, Path out, int jobs, boolean replaces, RunListener listener) {
    this.replaces = replaces;
    this.listener = listener;
    this.grader = grader;
    this.policy = policy;
    this.out = out;
    this.jobs = jobs;
    this.files = new ResultFiles(out, policy.assignment());
  }

  /**
   * Grades the submissions, in their order.
   *
   * @throws HarnessFault if the results cannot be written
   * @throws UsageException if there are results that were graded otherwise
   */
  @SuppressWarnings("try") // the lock is held, not used
  public List<GradeReport> grade(Intake.Found found) throws IOException {
    total = found.submissions().size();
    try (RunLock lock = new RunLock(out)) {
      return gradeLocked(found);
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
    return Messages.get("run.how-far", done, total, out);
  }

  private List<GradeReport> gradeLocked(Intake.Found found) throws IOException {
    RunRecord record = new RunRecord(found, jobs, policy.secret(), Settings.of(grader, policy));
    Optional<RunFacts> earlier = record.earlier(out, replaces);
    if (earlier.isPresent()) {
      takeOver(found.submissions());
      record.takeOver(earlier.get(), finished.keySet());
    }
    files.clear(finished.keySet()); // first: the old record still describes what is left
    record.facts(RunFacts.RUNNING).write(out);
    List<GradeReport> reports = gradeRest(found.submissions(), record);
    files.writeGrades(reports);
    boolean anyFault = reports.stream().anyMatch(r -> r.state() == SubmissionState.HARNESS_ERROR);
    RunFacts facts = record.facts(anyFault ? RunFacts.RUNNING : RunFacts.COMPLETE);
    new ReportPages(out, policy.assignment()).write(reports, facts);
    facts.write(out);
    return reports;
  }

  /** Results of an earlier run, of what is still the same; a fault of ours is no result. */
  private void takeOver(List<Submission> submissions) throws IOException {
    for (Submission submission : submissions) {
      files
          .read(submission.name(), SourceHash.of(submission))
          .filter(report -> report.state() != SubmissionState.HARNESS_ERROR)
          .filter(report -> Objects.equals(report.handedIn(), submission.handedIn()))
          .filter(report -> report.student().equals(Text.clean(submission.student())))
          .filter(report -> report.studentId().equals(Text.clean(submission.studentId())))
          .ifPresent(report -> finished.put(submission.name(), report));
    }
    listener.goesOn(finished.size(), total);
  }

  private List<GradeReport> gradeRest(List<Submission> submissions, RunRecord record)
      throws IOException {
    List<GradeReport> reports = new ArrayList<>();
    ExecutorService compilers = Executors.newFixedThreadPool(jobs);
    listener.starts(total);
    try {
      Map<String, Future<BuildResult>> builds = new HashMap<>();
      boolean isApart = grader.isolation().isFull(); // else workers could reach compilers
      for (Submission submission : submissions) {
        if (isApart && !finished.containsKey(submission.name())) {
          builds.put(submission.name(), compilers.submit(() -> grader.build(submission)));
        }
      }
      for (Submission submission : submissions) {
        Future<BuildResult> build = builds.remove(submission.name());
        GradeReport known = finished.get(submission.name());
        reports.add(known == null ? grade(submission, build, record) : known);
        done = reports.size();
        listener.graded(done, total);
      }
    } finally {
      compilers.shutdownNow();
    }
    return reports;
  }

  private GradeReport grade(
      Submission submission, @Nullable Future<BuildResult> build, RunRecord record)
      throws IOException {
    long start = System.nanoTime();
    GradeReport report =
        build == null ? grader.grade(submission) : grader.grade(submission, () -> result(build));
    record.add(submission.name(), Duration.ofNanos(System.nanoTime() - start));
    if (submission.content() instanceof Source source) {
      files.writeSource(submission.name(), source.text());
    }
    files.write(report);
    record.facts(RunFacts.RUNNING).write(out);
    return report;
  }

  private static BuildResult result(Future<BuildResult> build) {
    try {
      return build.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof HarnessFault fault
          ? fault
          : new HarnessFault("compiling failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HarnessFault("grading was interrupted", e);
    }
  }
}
