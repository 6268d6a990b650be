package initlab.grader.cli;

import initlab.grader.checks.CourseSecret;
import initlab.grader.grading.Policy;
import initlab.grader.grading.Rubric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a course asks and counts, and in which language it answers. */
class CourseOptions {
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
    return policy(List.of(), Set.of());
  }

  final Policy policy(List<String> allowed, Set<String> ungated) throws IOException {
    if (language != null) {
      Language.choose(language);
    }
    return new Policy(
        rubric == null ? Rubric.standard() : Rubric.read(rubric),
        allowed,
        ungated,
        secret == null ? CourseSecret.builtIn() : CourseSecret.read(secret));
  }
}
