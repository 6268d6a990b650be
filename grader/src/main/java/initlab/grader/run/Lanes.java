package initlab.grader.run;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.Grader;
import initlab.grader.intake.Submission;
import initlab.grader.sandbox.HarnessFault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Grades several submissions at a time. A lane is a thread: what takes long, compiling and asking,
 * goes on in processes of its own, and what must be done one at a time in a JVM waits its turn.
 * Where one submission could reach another's process, there is one lane.
 */
final class Lanes implements AutoCloseable {
  private final Grader grader;
  private final RunListener listener;
  private final ExecutorService lanes;
  private final CompletionService<Result> results;

  /** So many lanes, if isolation is full. */
  Lanes(Grader grader, int jobs, RunListener listener) {
    this.grader = grader;
    this.listener = listener;
    lanes = Executors.newFixedThreadPool(grader.isolation().isFull() ? jobs : 1);
    results = new ExecutorCompletionService<>(lanes);
  }

  /** What came of a submission, and how long it took. */
  record Result(Submission submission, GradeReport report, Duration took) {}

  /** Begins with submissions, in their order. */
  void start(List<Submission> submissions) {
    submissions.forEach(submission -> results.submit(() -> grade(submission)));
  }

  private Result grade(Submission submission) {
    listener.begins(submission.name());
    long start = System.nanoTime();
    GradeReport report = grader.grade(submission);
    return new Result(submission, report, Duration.ofNanos(System.nanoTime() - start));
  }

  /** Waits for the next that is done. */
  Result next() {
    try {
      return results.take().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof HarnessFault fault
          ? fault
          : new HarnessFault("grading failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HarnessFault("grading was interrupted", e);
    }
  }

  @Override
  public void close() {
    lanes.shutdownNow();
  }
}
