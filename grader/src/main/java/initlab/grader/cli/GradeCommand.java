package initlab.grader.cli;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.Grader;
import initlab.grader.grading.Policy;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Intake;
import initlab.grader.intake.Submission;
import initlab.grader.rubric.Adjustments;
import initlab.grader.run.ClassRun;
import initlab.grader.run.ResultFolder;
import initlab.grader.run.RunOptions;
import initlab.grader.run.Shard;
import initlab.grader.text.Messages;
import initlab.grader.text.Text;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code initlab grade}: grades every submission it finds. */
@Command(
    name = "grade",
    mixinStandardHelpOptions = true,
    description =
        "Grades every submission found: in what a learning platform handed out, or in folders,"
            + " archives and Java files. Writes a report, grades.csv, and feedback for each. Given"
            + " again, it grades what is new or has changed, and keeps the other results.")
final class GradeCommand implements Callable<Integer> {
  /** For fewer submissions, making class-data archives takes longer than they save. */
  private static final int FEW = 3;

  private final Console console;

  @Parameters(
      descriptionKey = "PATHS",
      arity = "1..*",
      paramLabel = "PATH",
      description = "A class, packed or not, or several submissions.")
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
      description = "How many submissions to grade at a time (default: ${DEFAULT-VALUE}).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--shard",
      paramLabel = "K/N",
      description =
          "Grade the Kth of N parts of the class, or, with auto, the part that the scheduler asks for"
              + " (Slurm arrays, AWS Batch; Kubernetes indexed jobs and PBS with INITLAB_SHARDS=N)."
              + " 'initlab merge' puts the parts together.")
  private String shard = "1/1";

  @Option(
      names = "--replace",
      description =
          "Replace the results in DIR of submissions that are not there now, or that were graded with"
              + " another rubric, secret, language or version, once all of the new ones are there.")
  private boolean replace;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print no progress and no table; only what needs to be known.")
  private boolean quiet;

  @Option(
      names = "--times",
      paramLabel = "FILE",
      description =
          "A CSV file with the columns student,time: when each was handed in, for a late policy,"
              + " where the platform's own files do not say it.")
  private @Nullable Path times;

  @Option(
      names = "--only",
      paramLabel = "SUBMISSION",
      description =
          "Grade this submission, by its name in grades.csv, whatever is known of it, into the"
              + " results in DIR; all others stay. May be repeated.")
  private Set<String> only = Set.of();

  @Option(
      names = "--anonymous",
      description =
          "Call submissions by tokens in the results; DIR-key.csv beside DIR says whose they are.")
  private boolean anonymous;

  @Mixin private AdjustmentOptions adjustments = new AdjustmentOptions();

  @Mixin private GradingOptions options = new GradingOptions();

  GradeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (jobs < 1) {
      throw new UsageException("usage.jobs", jobs);
    }
    Policy policy = options.policy();
    ResultFolder.check(out, paths);
    Intake.Found found = found();
    if (found.submissions().isEmpty()) {
      console.err().println("initlab: " + Messages.get("run.nothing-found", paths));
      return ExitCode.NOTHING_GRADABLE;
    }
    FileNames.check(found.submissions());
    Shard part = Shard.of(shard, System.getenv());
    if (!part.isWhole() && (anonymous || !only.isEmpty())) {
      throw new UsageException("shard.alone", part);
    }
    RunOptions run =
        new RunOptions(out, jobs, replace, only, adjustments.read(out, replace || anonymous), part);
    return anonymous ? gradeAnonymously(policy, run, found) : grade(policy, run, found);
  }

  private int gradeAnonymously(Policy policy, RunOptions run, Intake.Found found)
      throws IOException {
    Anonymity names = new Anonymity(out, found.submissions());
    console.err().println(Messages.get("run.anonymous", Anonymity.key(out)));
    Adjustments nameless = names.of(run.adjustments());
    if (!replace) {
      nameless.requireAll(AdjustmentOptions.kept(out));
    }
    RunOptions tokens = new RunOptions(out, jobs, replace, names.of(only), nameless, run.shard());
    return grade(names.of(policy), tokens, names.of(found));
  }

  private int grade(Policy policy, RunOptions run, Intake.Found found) throws IOException {
    List<String> names = found.submissions().stream().map(Submission::name).toList();
    requireAll(policy.ungated(), names, "usage.ungated");
    requireAll(run.only(), names, "usage.only");
    try (Grader grader = new Grader(policy, true)) {
      options.checkIsolation(grader, policy);
      if (found.submissions().size() > FEW) {
        grader.makeArchives();
      }
      List<GradeReport> reports = graded(grader, policy, run, found);
      tell(reports, grader, policy, run.shard());
      grader.makeArchives(); // where few were graded, the next run gains
      return exitCode(reports);
    }
  }

  private void tell(List<GradeReport> reports, Grader grader, Policy policy, Shard part) {
    if (!quiet) {
      console.terminal().table(reports);
      tellConditions(grader, policy);
    }
    if (part.isWhole()) { // else an extension may be of somebody in another part
      console.tellLateness(policy.rubric(), reports, times != null);
    }
    console.tellAdjustments(reports);
  }

  @SuppressWarnings("try") // the interruption is held, not used
  private List<GradeReport> graded(Grader grader, Policy policy, RunOptions how, Intake.Found found)
      throws IOException {
    try (Progress progress = new Progress(console.err(), quiet)) {
      ClassRun run = new ClassRun(grader, policy, how, progress);
      try (Interruption interruption = new Interruption(console, grader::close, run::howFar)) {
        return run.grade(found, times != null);
      }
    }
  }

  private Intake.Found found() throws IOException {
    Intake.Found found = Intake.find(InitLab.ASSIGNMENT.fileName(), paths);
    found.passedOver().forEach(name -> name("run.passed-over", name));
    found.older().forEach(name -> name("run.older", name));
    found.doubtful().forEach(name -> name("run.like-a-class", name));
    console.tellNotices(found.submissions());
    if (times == null) {
      return found;
    }
    Times table = new Times(times);
    Intake.Found timed = found.with(table.of(found.submissions()));
    if (only.isEmpty()) {
      table.tellUnused(console);
    }
    return timed;
  }

  private static void requireAll(Set<String> asked, List<String> names, String key) {
    for (String one : asked) {
      if (!names.contains(one)) {
        throw new UsageException(key, one);
      }
    }
  }

  private void name(String key, String file) {
    console.err().println(Messages.get(key, Text.clean(file)));
  }

  private void tellConditions(Grader grader, Policy policy) {
    console.say("terminal.isolation", grader.isolation().description());
    if (policy.secret().isBuiltIn()) {
      console.say("run.built-in-secret");
    } else {
      console.say("run.own-secret", policy.secret().name());
    }
    console.say("run.results", out.resolve("grades.csv"), out.resolve("index.html"));
  }

  private int exitCode(List<GradeReport> reports) {
    boolean allMissing = reports.stream().allMatch(r -> r.state() == SubmissionState.MISSING);
    boolean anyFault = reports.stream().anyMatch(r -> r.state() == SubmissionState.HARNESS_ERROR);
    if (allMissing) {
      console
          .err()
          .println("initlab: " + Messages.get("run.all-missing", InitLab.ASSIGNMENT.fileName()));
      return ExitCode.NOTHING_GRADABLE;
    }
    return anyFault ? ExitCode.HARNESS_FAULT : ExitCode.OK;
  }
}
