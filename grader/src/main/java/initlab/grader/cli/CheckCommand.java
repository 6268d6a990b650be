package initlab.grader.cli;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.Grader;
import initlab.grader.grading.Policy;
import initlab.grader.intake.Intake;
import initlab.grader.intake.Submission;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code initlab check}: grades one submission and prints the feedback. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Grades one submission and prints the feedback.")
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      descriptionKey = "PATH",
      paramLabel = "PATH",
      description = "A folder or archive with Initializers.java, or that file.")
  private Path path = Path.of("");

  @Mixin private GradingOptions options = new GradingOptions();

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(path.toString());
    }
    Policy policy = options.policy();
    List<Submission> found =
        Intake.find(InitLab.ASSIGNMENT.fileName(), List.of(path)).submissions();
    if (found.size() > 1) {
      throw new UsageException("usage.class", path);
    }
    Submission submission =
        found.isEmpty() ? Intake.read(InitLab.ASSIGNMENT.fileName(), path) : found.get(0);
    try (Grader grader = new Grader(policy)) {
      options.checkIsolation(grader, policy);
      GradeReport report = grader.grade(submission);
      console.terminal().feedback(report);
      grader.makeArchives(); // the next check gains
      return exitCode(report);
    }
  }

  private static int exitCode(GradeReport report) {
    return switch (report.state()) {
      case HARNESS_ERROR -> ExitCode.HARNESS_FAULT;
      case MISSING -> ExitCode.NOTHING_GRADABLE;
      default -> report.isPerfect() ? ExitCode.OK : ExitCode.MISTAKES_FOUND;
    };
  }
}
