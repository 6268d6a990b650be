package initlab.grader.cli;

import initlab.grader.compile.Gate;
import initlab.grader.grading.Grader;
import initlab.grader.grading.Policy;
import initlab.grader.lms.Upload;
import initlab.grader.sandbox.HarnessFault;
import initlab.grader.text.Messages;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options of a course, and those that say how submissions are kept in. */
final class GradingOptions extends CourseOptions {
  @Option(
      names = "--allow",
      paramLabel = "NAME",
      description =
          "A type (java.io.File), a member (java.lang.Thread.sleep) or the word synchronized, that"
              + " submissions may use besides what the lab needs; may be repeated.")
  private List<String> allow = List.of();

  @Option(
      names = "--ungated",
      paramLabel = "SUBMISSION",
      description =
          "A submission, by its name in grades.csv, that may use anything: after you have read it."
              + " The sandbox still holds it. May be repeated.")
  private List<String> ungated = List.of();

  @Option(
      names = "--require-sandbox",
      description = "Refuse to grade where submissions cannot be isolated in bubblewrap.")
  private boolean requireSandbox;

  @Override
  Policy policy() throws IOException {
    Policy policy = policy(allow, Set.copyOf(ungated));
    List<String> unknown = Gate.unknown(allow);
    if (!unknown.isEmpty()) {
      throw new UsageException("usage.allow", unknown.get(0));
    }
    return policy;
  }

  /** What takes these options to a platform, where they mean the same. */
  Upload upload(Path grader) throws IOException {
    List<String> lines = new ArrayList<>(List.of("--lang " + Language.current()));
    allow.forEach(name -> lines.add("--allow " + name));
    if (requireSandbox) {
      lines.add("--require-sandbox");
    }
    if (!ungated.isEmpty()) {
      throw new UsageException("usage.ungated-package");
    }
    return new Upload(
        grader,
        Upload.Secret.of(secretFile()),
        rubricFiles(),
        lines,
        InitLab.ASSIGNMENT.fileName());
  }

  /**
   * Accepts a grader whose isolation is enough for the policy.
   *
   * @throws UsageException if the gate is opened where it is the only wall
   * @throws HarnessFault if the sandbox is asked for and not there
   */
  void checkIsolation(Grader grader, Policy policy) {
    if (grader.isolation().isFull()) {
      return;
    }
    String isolation = grader.isolation().description();
    if (requireSandbox) {
      throw new HarnessFault(Messages.get("run.no-sandbox", isolation), null);
    }
    if (policy.opensTheGate()) {
      throw new UsageException("usage.open-gate", isolation);
    }
  }
}
