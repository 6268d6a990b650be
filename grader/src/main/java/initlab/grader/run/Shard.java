package initlab.grader.run;

import initlab.grader.grading.GradeReport.Submitted;
import initlab.grader.intake.Intake;
import initlab.grader.intake.Submission;
import initlab.grader.text.UsageException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * One of several parts of a class, each of which a process of its own grades. Which part a
 * submission is in follows from its content alone.
 *
 * @param number from 1 to {@code count}
 */
public record Shard(int number, int count) {
  /** Where a class is not divided. */
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");
  private static final String AUTO = "auto";

  /** How many parts there are, where a scheduler tells the index alone. */
  static final String COUNT = "INITLAB_SHARDS";

  /**
   * A part, as a user names it: {@code 2/4}, or {@code auto}.
   *
   * @param environment where schedulers leave the index of an array's or an indexed job's task
   * @throws UsageException if there is no such part
   */
  public static Shard of(String text, Map<String, String> environment) {
    if (text.equals(AUTO)) {
      return fromScheduler(environment).orElseThrow(() -> new UsageException("shard.no-index"));
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new UsageException("shard.form", text);
    }
    return checked(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), text);
  }

  private static Shard checked(int number, int count, String text) {
    if (number < 1 || number > count) {
      throw new UsageException("shard.form", text);
    }
    return new Shard(number, count);
  }

  private static Optional<Shard> fromScheduler(Map<String, String> environment) {
    return slurm(environment)
        .or(() -> of(environment, "AWS_BATCH_JOB_ARRAY_INDEX", 0, "AWS_BATCH_JOB_ARRAY_SIZE"))
        .or(() -> of(environment, "JOB_COMPLETION_INDEX", 0, COUNT))
        .or(() -> of(environment, "PBS_ARRAY_INDEX", 1, COUNT));
  }

  /** Slurm tells where the array's indices begin, and how far apart they are. */
  private static Optional<Shard> slurm(Map<String, String> environment) {
    Integer index = number(environment, "SLURM_ARRAY_TASK_ID");
    Integer count = number(environment, "SLURM_ARRAY_TASK_COUNT");
    if (index == null || count == null) {
      return Optional.empty();
    }
    Integer first = number(environment, "SLURM_ARRAY_TASK_MIN");
    Integer step = number(environment, "SLURM_ARRAY_TASK_STEP");
    int steps = (index - (first == null ? 1 : first)) / (step == null ? 1 : Math.max(1, step));
    return Optional.of(checked(steps + 1, count, index + "/" + count));
  }

  private static Optional<Shard> of(
      Map<String, String> environment, String index, int first, String count) {
    Integer own = number(environment, index);
    Integer all = number(environment, count);
    if (own == null || all == null) {
      return Optional.empty();
    }
    return Optional.of(checked(own - first + 1, all, own + "/" + all));
  }

  private static @Nullable Integer number(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    return value.matches("\\d{1,6}") ? Integer.valueOf(value) : null;
  }

  /** Whether a class is not divided. */
  public boolean isWhole() {
    return count == 1;
  }

  /** The submissions of a class that are in this part. */
  Intake.Found of(Intake.Found found) {
    return found.with(found.submissions().stream().filter(this::has).toList());
  }

  private boolean has(Submission submission) {
    BigInteger hash = new BigInteger(1, DigestUtils.sha256(content(submission)));
    return hash.mod(BigInteger.valueOf(count)).intValue() == number - 1;
  }

  /** The same sources are in the same part, where they are trained once. */
  private static String content(Submission submission) {
    String source = Submitted.of(submission).sourceHash();
    return source.isEmpty() ? submission.name() : source;
  }

  /** What tells one class from another: who handed in, and what. */
  static String course(List<Submission> submissions) {
    StringBuilder all = new StringBuilder();
    submissions.stream()
        .map(submission -> submission.name() + "\t" + Submitted.of(submission) + "\n")
        .sorted()
        .forEach(all::append);
    return DigestUtils.sha256Hex(all.toString()).substring(0, 16);
  }

  @Override
  public String toString() {
    return number + "/" + count;
  }
}
