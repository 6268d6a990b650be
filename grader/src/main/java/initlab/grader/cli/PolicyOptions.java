package initlab.grader.cli;

import initlab.grader.checks.CourseSecret;
import initlab.grader.grading.Grader;
import initlab.grader.grading.Policy;
import initlab.grader.grading.Rubric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a course grades. */
final class PolicyOptions {
  @Option(names = "--rubric", paramLabel = "FILE", description = "A rubric of your own.")
  private @Nullable Path rubric;

  @Option(
      names = "--secret",
      paramLabel = "FILE",
      description =
          "Your course's secret, 16 bytes or more: the seeds and dimensions of the checks derive"
              + " from it. Without it they can be read off InitLab's source.")
  private @Nullable Path secret;

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

  @Option(
      names = "--lang",
      paramLabel = "en|zh",
      description = "The language of the feedback (default: that of the locale, else English).")
  private @Nullable String language;

  /**
   * What the options say; switches to the language.
   *
   * @throws UsageException if there is no such language
   */
  Policy policy() throws IOException {
    if (language != null) {
      Language.choose(language);
    }
    return new Policy(
        rubric == null ? Rubric.standard() : Rubric.read(rubric),
        allow,
        Set.copyOf(ungated),
        secret == null ? CourseSecret.builtIn() : CourseSecret.read(secret));
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
      throw new MissingSandboxException("--require-sandbox, but isolation is " + isolation);
    }
    if (policy.opensTheGate()) {
      throw new UsageException(
          "--allow and --ungated need bubblewrap: the gate is the only wall here, isolation is "
              + isolation);
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
