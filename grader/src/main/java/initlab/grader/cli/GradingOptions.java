package initlab.grader.cli;

import initlab.grader.grading.Grader;
import initlab.grader.grading.Policy;
import initlab.grader.text.Messages;
import initlab.grader.text.UsageException;
import java.io.IOException;
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
    return policy(allow, Set.copyOf(ungated));
  }

  /**
   * Accepts a grader whose isolation is enough for the policy.
   *
   * @throws UsageException if the gate is opened where it is the only wall
   * @throws MissingSandboxException if the sandbox is asked for and not there
   */
  void checkIsolation(Grader grader, Policy policy) {
    if (grader.isolation().isFull()) {
      return;
    }
    String isolation = grader.isolation().description();
    if (requireSandbox) {
      throw new MissingSandboxException(Messages.get("run.no-sandbox", isolation));
    }
    if (policy.opensTheGate()) {
      throw new UsageException("usage.open-gate", isolation);
    }
  }

  /** The machine does not offer what was asked for. */
  static final class MissingSandboxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingSandboxException(String message) {
      super(message);
    }
  }
}
