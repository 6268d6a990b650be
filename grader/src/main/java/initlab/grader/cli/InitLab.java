package initlab.grader.cli;

import initlab.grader.assignment.Assignment;
import initlab.grader.lab.WeightLab;
import initlab.grader.run.Version;
import initlab.grader.text.Messages;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: parses, and runs a command. */
@Command(
    name = "initlab",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Grades submissions of the weight-initialisation lab.",
    footer = {
      "",
      "Exit codes: 0 all went well (check: full marks), 1 check found mistakes,",
      "2 wrong usage, 3 nothing gradable was found, 4 fault of the grader."
    })
public final class InitLab {
  /** What it grades. */
  static final Assignment ASSIGNMENT = new WeightLab();

  private final Console console;

  /** Prints to the two streams alone. */
  public InitLab(PrintStream out, PrintStream err) {
    console = new Console(out, err);
  }

  /**
   * Runs a command.
   *
   * @return the exit code
   */
  public int run(String... args) {
    CommandLine lms = new CommandLine(new LmsCommand());
    lms.addSubcommand(new LmsListCommand(console))
        .addSubcommand(new LmsRunCommand(console))
        .addSubcommand(new LmsPackageCommand(console));
    Failures failures = new Failures(console.err());
    Language.chooseEarly(args);
    return new CommandLine(this)
        .addSubcommand(new GradeCommand(console))
        .addSubcommand(new CheckCommand(console))
        .addSubcommand(new VerifyCommand(console))
        .addSubcommand(new HandoutCommand(console))
        .addSubcommand(new MergeCommand(console))
        .addSubcommand(new ClusterCommand(console))
        .addSubcommand(new RescoreCommand(console))
        .addSubcommand(new DiffCommand(console))
        .addSubcommand(new GradebookCommand(console))
        .addSubcommand(new RubricCommand(console))
        .addSubcommand(lms)
        .addSubcommand(new PushCommand(console))
        .addSubcommand(new FeedbackCommand(console))
        .addSubcommand(new DoctorCommand(console))
        .setResourceBundle(Messages.usage())
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setExecutionExceptionHandler(failures)
        .setExitCodeExceptionMapper(failures)
        .execute(args.length == 0 ? new String[] {"--help"} : args);
  }
}
