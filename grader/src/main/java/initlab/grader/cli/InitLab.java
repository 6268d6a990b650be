package initlab.grader.cli;

import initlab.grader.assignment.Assignment;
import initlab.grader.cli.GradingOptions.MissingSandboxException;
import initlab.grader.handout.Handout.LeakException;
import initlab.grader.intake.Intake.UnclearClassException;
import initlab.grader.lab.WeightLab;
import initlab.grader.run.Version;
import initlab.grader.sandbox.HarnessFault;
import initlab.grader.text.Messages;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: parses, runs a command, and turns what goes wrong into an exit code. */
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
    lms.addSubcommand(new LmsRunCommand(console)).addSubcommand(new LmsPackageCommand(console));
    Language.chooseEarly(args);
    return new CommandLine(this)
        .addSubcommand(new GradeCommand(console))
        .addSubcommand(new CheckCommand(console))
        .addSubcommand(new VerifyCommand(console))
        .addSubcommand(new HandoutCommand(console))
        .addSubcommand(new RescoreCommand(console))
        .addSubcommand(new DiffCommand(console))
        .addSubcommand(new GradebookCommand(console))
        .addSubcommand(new RubricCommand(console))
        .addSubcommand(lms)
        .addSubcommand(new DoctorCommand(console))
        .setResourceBundle(Messages.usage())
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setExecutionExceptionHandler((e, command, parsed) -> explain(e))
        .execute(args.length == 0 ? new String[] {"--help"} : args);
  }

  private int explain(Exception e) {
    if (e instanceof UsageException) {
      console.err().println("initlab: " + e.getMessage());
      return e instanceof UnclearClassException ? ExitCode.NOTHING_GRADABLE : ExitCode.USAGE;
    }
    if (e instanceof NoSuchFileException missing) {
      console.err().println("initlab: " + Messages.get("usage.no-file", missing.getFile()));
      return ExitCode.USAGE;
    }
    if (e instanceof LeakException) {
      console.err().println("initlab: " + e.getMessage());
      return ExitCode.HARNESS_FAULT;
    }
    if (e instanceof HarnessFault
        || e instanceof MissingSandboxException
        || e instanceof IOException) {
      console.err().println("initlab: " + Messages.get("run.fault", describe(e)));
      return ExitCode.HARNESS_FAULT;
    }
    console.err().println("initlab: " + Messages.get("run.bug"));
    e.printStackTrace(console.err());
    return ExitCode.HARNESS_FAULT;
  }

  /** What the file system says is a path alone; its type says what happened to it. */
  private static String describe(Exception e) {
    String message = String.valueOf(e.getMessage());
    return e instanceof IOException ? e.getClass().getSimpleName() + ": " + message : message;
  }
}
