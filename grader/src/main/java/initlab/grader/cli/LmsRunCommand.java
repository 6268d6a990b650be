package initlab.grader.cli;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.Grader;
import initlab.grader.grading.Policy;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Submission;
import initlab.grader.lms.Lms;
import initlab.grader.lms.Site;
import initlab.grader.sandbox.HarnessFault;
import initlab.grader.text.Messages;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code initlab lms run}: grades the one submission of a platform's container. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Grades the submission in a platform's container layout and writes its result.")
final class LmsRunCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private PlatformArgument platform = new PlatformArgument();

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "The root of the layout, if not the platform's own.")
  private @Nullable Path root;

  @Mixin private GradingOptions options = new GradingOptions();

  LmsRunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    Lms lms = platform.lms();
    Path folder = root == null ? lms.defaultRoot() : root;
    if (!Files.isDirectory(folder)) {
      throw new UsageException("usage.no-root", folder);
    }
    Site site = new Site(folder, System.getenv(), InitLab.ASSIGNMENT.fileName());
    lms.prepare(site);
    GradeReport report = graded(lms.read(site), options.policy());
    long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
    console.print(lms.finish(site, report, seconds));
    boolean isFault = report.state() == SubmissionState.HARNESS_ERROR;
    return isFault ? ExitCode.HARNESS_FAULT : ExitCode.OK;
  }

  /** A grader that cannot even begin is told as the platform has it, too. */
  private GradeReport graded(Submission submission, Policy policy) {
    try (Grader grader = new Grader(policy)) {
      options.checkIsolation(grader, policy);
      return grader.grade(submission);
    } catch (HarnessFault fault) {
      console
          .err()
          .println("initlab: " + Messages.get("run.fault", String.valueOf(fault.getMessage())));
      return Grader.fault(submission, policy, fault);
    }
  }
}
