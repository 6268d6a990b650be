package initlab.grader.cli;

import initlab.grader.assignment.CourseSecret;
import initlab.grader.grading.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say besides what a course asks. */
class CourseOptions extends RubricOptions {
  @Option(
      names = "--secret",
      paramLabel = "FILE",
      description =
          "Your course's secret, 16 bytes or more: the seeds and dimensions of the checks derive"
              + " from it. Without it they can be read off InitLab's source.")
  private @Nullable Path secret;

  /** What the options say; switches to the language. */
  Policy policy() throws IOException {
    return policy(List.of(), Set.of());
  }

  final Policy policy(List<String> allowed, Set<String> ungated) throws IOException {
    return new Policy(
        InitLab.ASSIGNMENT,
        rubric(),
        allowed,
        ungated,
        secret == null ? CourseSecret.builtIn() : CourseSecret.read(secret));
  }

  /** The file of the secret, if there is one. */
  final @Nullable Path secretFile() {
    return secret;
  }
}
