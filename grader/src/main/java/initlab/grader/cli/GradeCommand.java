package initlab.grader.cli;

import initlab.grader.build.BuildResult;
import initlab.grader.build.Gate;
import initlab.grader.grading.GradeReport;
import initlab.grader.grading.Grader;
import initlab.grader.grading.Rubric;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Intake;
import initlab.grader.intake.Submission;
import initlab.grader.report.ResultFiles;
import initlab.grader.sandbox.HarnessFault;
import initlab.grader.sandbox.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code initlab grade}: grades every submission it finds. */
@Command(
    name = "grade",
    mixinStandardHelpOptions = true,
    description =
        "Grades every submission found: a folder with Initializers.java anywhere below it, or a"
            + " Java file. Writes grades.csv and a result.json for each.")
final class GradeCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Submissions, or folders of submissions.")
  private List<Path> paths = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where to write the results.")
  private Path out = Path.of("");

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many submissions to compile at once (default: ${DEFAULT-VALUE}).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--rubric", paramLabel = "FILE", description = "A rubric of your own.")
  private @Nullable Path rubric;

  @Option(
      names = "--allow",
      paramLabel = "NAME",
      description =
          "A type (java.time.LocalDate) or member (java.lang.Thread.sleep) that submissions may use"
              + " besides what the lab needs; may be repeated.")
  private List<String> allow = List.of();

  @Option(
      names = "--replace",
      description = "Remove the results in DIR of submissions that are not graded now.")
  private boolean replace;

  @Option(
      names = "--require-sandbox",
      description = "Refuse to grade where submissions cannot be isolated in bubblewrap.")
  private boolean requireSandbox;

  GradeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (jobs < 1) {
      throw new UsageException("--jobs is " + jobs + "; it must be 1 or more");
    }
    Rubric points = rubric == null ? Rubric.standard() : Rubric.read(rubric);
    ResultFolder.check(out, paths);
    Intake.Found found = Intake.find(paths);
    FileNames.check(found.submissions());
    found.passedOver().forEach(this::namePassedOver);
    List<Submission> submissions = found.submissions();
    if (submissions.isEmpty()) {
      console.err().println("initlab: no submission was found in " + paths);
      return ExitCode.NOTHING_GRADABLE;
    }
    if (!replace) {
      ResultFolder.checkNothingIsLost(out, submissions);
    }
    List<GradeReport> reports = grade(submissions, points);
    console.terminal().table(reports);
    console.out().println("Results: " + out.resolve("grades.csv"));
    return exitCode(reports);
  }

  private void namePassedOver(String name) {
    boolean isArchive = name.matches("(?i).*\\.(zip|tar|tgz|gz|7z|rar|jar)");
    console
        .err()
        .println(
            "passed over: "
                + Text.clean(name)
                + (isArchive ? " (an archive: unpack it first)" : " (no folder and no Java file)"));
  }

  private List<GradeReport> grade(List<Submission> submissions, Rubric points) throws IOException {
    RunRecord record = new RunRecord(jobs, submissions.size());
    ResultFiles files = new ResultFiles(out);
    List<GradeReport> reports = new ArrayList<>();
    ExecutorService compilers = Executors.newFixedThreadPool(jobs);
    try (Grader grader = new Grader(points, Gate.standard(allow));
        Progress progress = new Progress(submissions.size(), console.err())) {
      if (requireSandbox && !grader.isolation().isFull()) {
        throw new HarnessFault(
            "--require-sandbox, but isolation is " + grader.isolation().description(), null);
      }
      files.clear();
      record.write(out, "running");
      List<Future<BuildResult>> builds = new ArrayList<>();
      for (Submission submission : submissions) {
        builds.add(compilers.submit(() -> grader.build(submission)));
      }
      for (int i = 0; i < submissions.size(); i++) {
        Future<BuildResult> build = builds.get(i);
        GradeReport report = grader.grade(submissions.get(i), () -> result(build));
        files.write(report);
        reports.add(report);
        progress.step();
      }
    } finally {
      compilers.shutdownNow();
    }
    files.writeGrades(reports);
    record.write(out, "complete");
    return reports;
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

  private int exitCode(List<GradeReport> reports) {
    boolean allMissing = reports.stream().allMatch(r -> r.state() == SubmissionState.MISSING);
    boolean anyFault = reports.stream().anyMatch(r -> r.state() == SubmissionState.HARNESS_ERROR);
    if (allMissing) {
      console.err().println("initlab: none of the submissions has a file " + Intake.FILE_NAME);
      return ExitCode.NOTHING_GRADABLE;
    }
    return anyFault ? ExitCode.HARNESS_FAULT : ExitCode.OK;
  }
}
