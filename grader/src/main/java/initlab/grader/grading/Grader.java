package initlab.grader.grading;

import initlab.grader.assignment.Exercise;
import initlab.grader.compile.BuildResult;
import initlab.grader.compile.BuildResult.Compiled;
import initlab.grader.compile.BuildResult.NotCompiled;
import initlab.grader.compile.BuildResult.Rejected;
import initlab.grader.compile.Compiler;
import initlab.grader.compile.Gate;
import initlab.grader.compile.SharingProof;
import initlab.grader.intake.Submission;
import initlab.grader.intake.Submission.Content;
import initlab.grader.intake.Submission.Failed;
import initlab.grader.intake.Submission.Missing;
import initlab.grader.intake.Submission.Source;
import initlab.grader.intake.Submission.Unreadable;
import initlab.grader.sandbox.Callee;
import initlab.grader.sandbox.HarnessFault;
import initlab.grader.sandbox.Isolation;
import initlab.grader.sandbox.NotAloneException;
import initlab.grader.sandbox.SandboxedSubmission;
import initlab.grader.sandbox.Sharing;
import initlab.grader.sandbox.WorkerHome;
import initlab.grader.text.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Grades submissions. Each gets a complete report; after a fault of our own a submission is graded
 * a second time before its state becomes {@code harness_error}.
 */
public final class Grader implements AutoCloseable {
  /** For the questions, and for those that are asked again in a fresh process. */
  private static final int WORKERS = 2;

  private final WorkerHome home;
  private final Compiler compiler;
  private final Gate gate;
  private final SharingProof proof;
  private final RightCode rightCode = new RightCode();
  private final RubricRun run;
  private final CompletableFuture<Void> warmUp;
  private final Policy policy;

  /**
   * A grader.
   *
   * @throws HarnessFault if this machine cannot grade
   */
  public Grader(Policy policy) {
    this(policy, false);
  }

  /**
   * A grader.
   *
   * @param withPictures whether reports have pictures of what is wrong
   * @throws HarnessFault if this machine cannot grade
   */
  public Grader(Policy policy, boolean withPictures) {
    this.policy = policy;
    this.gate = Gate.standard(policy.allowed());
    this.proof = new SharingProof(policy.assignment().library().stateless());
    this.run = new RubricRun(policy, withPictures);
    this.warmUp = CompletableFuture.runAsync(run::warmUp).exceptionally(slower -> null);
    this.home = new WorkerHome(policy.assignment().library());
    this.compiler = new Compiler(home, policy.assignment().advice());
    compiler.startAhead();
  }

  /** Does once what makes the start of processes faster: worth it before many submissions. */
  public void makeArchives() {
    home.makeArchives();
  }

  /** A submission's build, which may be under way in another thread. */
  @FunctionalInterface
  public interface Build {
    /**
     * Waits for the build.
     *
     * @throws HarnessFault if the compiler could not run
     */
    BuildResult get();
  }

  /**
   * Compiles a submission, if it has a source. May run in several threads at once.
   *
   * @throws HarnessFault if the compiler could not run
   */
  public BuildResult build(Submission submission) {
    if (submission.content() instanceof Source) {
      home.expect(WORKERS);
    }
    return submission.content() instanceof Source source
        ? compiler.compile(source.text(), gate(submission))
        : new NotCompiled("there is no source");
  }

  private Gate gate(Submission submission) {
    return policy.ungated().contains(submission.name()) ? Gate.open() : gate;
  }

  /** Compiles and grades a submission. */
  public GradeReport grade(Submission submission) {
    return grade(submission, () -> build(submission));
  }

  /**
   * Grades a submission. May run in several threads at once where isolation is full.
   *
   * @param build asked only if the submission has a source
   * @throws HarnessFault if the grader is closed meanwhile: such a grading has no result
   */
  public GradeReport grade(Submission submission, Build build) {
    Content content = submission.content();
    ReportBuilder report = newReport(submission);
    if (content instanceof Missing missing) {
      return report.build(SubmissionState.MISSING, missing.message());
    }
    if (content instanceof Failed failed) {
      return report.build(SubmissionState.HARNESS_ERROR, failed.message());
    }
    if (content instanceof Unreadable unreadable) {
      return report.build(SubmissionState.REJECTED, unreadable.message());
    }
    try {
      return gradeBuilt(submission, build.get());
    } catch (RuntimeException | VirtualMachineError first) {
      return gradeAgain(submission, report);
    }
  }

  private GradeReport gradeAgain(Submission submission, ReportBuilder report) {
    try {
      return gradeBuilt(submission, build(submission));
    } catch (RuntimeException | VirtualMachineError second) {
      if (home.isClosing()) {
        throw second;
      }
      return report.build(
          SubmissionState.HARNESS_ERROR, Messages.get("report.fault", describe(second)));
    }
  }

  /** The report of a submission that could not be graded at all, as there was no grader. */
  public static GradeReport fault(Submission submission, Policy policy, HarnessFault fault) {
    return new ReportBuilder(submission, policy, "none")
        .build(
            SubmissionState.HARNESS_ERROR,
            Messages.get("report.fault", String.valueOf(fault.getMessage())));
  }

  /** What happened, and where: a bare null helps nobody who has to mend it. */
  private static String describe(Throwable fault) {
    Throwable cause = fault.getCause() == null ? fault : fault.getCause();
    StackTraceElement[] trace = cause.getStackTrace();
    String place = trace.length == 0 ? "" : " (" + trace[0] + ")";
    return (cause == fault ? "" : fault.getMessage() + ": ") + cause + place;
  }

  private GradeReport gradeBuilt(Submission submission, BuildResult built) {
    ReportBuilder report = newReport(submission);
    if (built instanceof NotCompiled notCompiled) {
      return report.build(SubmissionState.NOT_COMPILED, notCompiled.message());
    }
    if (built instanceof Rejected rejected) {
      return report.build(SubmissionState.REJECTED, rejected.message());
    }
    return graded(submission, ((Compiled) built).classes());
  }

  private GradeReport graded(Submission submission, Map<String, byte[]> classes) {
    boolean isUngated = policy.ungated().contains(submission.name());
    Sharing sharing = isUngated ? Sharing.METHOD : proof.sharing(classes);
    if (sharing != Sharing.STATELESS || !policy.secret().isBuiltIn()) {
      return asked(submission, classes, sharing);
    }
    Optional<String> code = RightCode.hash(classes);
    if (rightCode.isKnown(code)) {
      ReportBuilder report = newReport(submission);
      run.pass(report);
      return report.build();
    }
    GradeReport report = asked(submission, classes, sharing);
    rightCode.note(code, report);
    return report;
  }

  private GradeReport asked(Submission submission, Map<String, byte[]> classes, Sharing sharing) {
    try {
      return asked(submission, classes, sharing, false);
    } catch (NotAloneException e) {
      return asked(submission, classes, sharing, true);
    }
  }

  private GradeReport asked(
      Submission submission, Map<String, byte[]> classes, Sharing sharing, boolean isAlone) {
    warmUp.join();
    ReportBuilder report = newReport(submission);
    try (SandboxedSubmission first = new SandboxedSubmission(home, classes, sharing);
        SandboxedSubmission fresh = new SandboxedSubmission(home, classes, sharing)) {
      if (isAlone) {
        first.useNoneThatOthersHaveUsed();
        fresh.useNoneThatOthersHaveUsed();
      }
      // In reduced isolation one could reach the other, so the first is restarted instead.
      run.run(methods(first), methods(isolation().isFull() ? fresh : first), report);
      first.restart();
      report.addPrinted(first.printed());
    }
    return report.build();
  }

  private Map<Exercise, Callee> methods(SandboxedSubmission submission) {
    Map<Exercise, Callee> methods = new LinkedHashMap<>();
    for (Exercise exercise : policy.assignment().exercises()) {
      methods.put(exercise, submission.method(exercise.method()));
    }
    return methods;
  }

  private ReportBuilder newReport(Submission submission) {
    return new ReportBuilder(submission, policy, isolation().description());
  }

  /** The processes that wait for the next submission, between two gradings. */
  Set<Long> processes() {
    return home.running();
  }

  /** How submissions are kept apart from this machine. */
  public Isolation isolation() {
    return home.isolation();
  }

  @Override
  public void close() {
    compiler.close();
    home.close();
  }
}
