package initlab.grader.run;

import initlab.grader.assignment.CourseSecret;
import initlab.grader.intake.Intake;
import initlab.grader.report.RunFacts;
import initlab.grader.report.RunFacts.Part;
import initlab.grader.report.RunState;
import initlab.grader.text.Text;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Takes down how a run goes, from its start. */
final class RunRecord {
  private final Instant start = Instant.now();
  private Instant saved = start;
  private final Map<String, Double> took = new TreeMap<>();
  private final Intake.Found found;
  private final RunOptions options;
  private final Part part;
  private final String secret;
  private final String settings;

  RunRecord(Intake.Found found, RunOptions options, CourseSecret secret, String settings) {
    this.found = found;
    this.options = options;
    Shard shard = options.shard();
    this.part = new Part(shard.number(), shard.count(), Shard.course(found.submissions()));
    this.secret = secret.name();
    this.settings = settings;
  }

  /**
   * The run that left its results in the folder.
   *
   * @throws UsageException if it graded otherwise, and no one said that may be replaced
   */
  Optional<RunFacts> earlier() throws IOException {
    Optional<RunFacts> earlier = RunFacts.read(options.out());
    if (earlier.isPresent() && !earlier.get().settings().equals(settings) && !options.replaces()) {
      List<String> differences = Settings.differences(earlier.get().settings(), settings);
      throw new UsageException(
          "usage.other-settings", options.out(), String.join(", ", differences));
    }
    earlier.ifPresent(this::requireSameShard);
    return earlier;
  }

  private void requireSameShard(RunFacts earlier) {
    Shard before = new Shard(earlier.shard().number(), earlier.shard().count());
    if (!before.equals(options.shard()) && !options.replaces()) {
      throw new UsageException("shard.other", options.out(), before, options.shard());
    }
  }

  /** Whether an earlier run says the same of all that pages tell besides the results. */
  boolean isAsIn(RunFacts earlier) {
    return earlier.state() == RunState.COMPLETE
        && earlier.settings().equals(settings)
        && earlier.older().equals(cleaned(found.older()))
        && earlier.passedOver().equals(cleaned(found.passedOver()));
  }

  /** Takes over how long some submissions took in the run that stopped. */
  void takeOver(RunFacts stopped, Set<String> finished) {
    took.putAll(stopped.took());
    took.keySet().retainAll(finished);
  }

  void add(String submission, Duration duration) {
    took.put(submission, duration.toMillis() / 1000.0);
  }

  /** Writes what is known so far, at most once a second: for a large class it is long. */
  void save(int submissions, Path folder) throws IOException {
    if (Duration.between(saved, Instant.now()).compareTo(Duration.ofSeconds(1)) > 0) {
      facts(RunState.RUNNING, submissions).write(folder);
      saved = Instant.now();
    }
  }

  /**
   * What is known so far.
   *
   * @param submissions how many there are in all
   */
  RunFacts facts(RunState state, int submissions) {
    return new RunFacts(
        state,
        Version.current(),
        System.getProperty("java.vendor") + " " + System.getProperty("java.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        start.truncatedTo(ChronoUnit.SECONDS).toString(),
        Duration.between(start, Instant.now()).toMillis() / 1000.0,
        submissions,
        options.jobs(),
        secret,
        settings,
        Map.copyOf(took),
        cleaned(found.older()),
        cleaned(found.passedOver()),
        part);
  }

  private static List<String> cleaned(List<String> names) {
    return names.stream().map(Text::clean).toList();
  }
}
