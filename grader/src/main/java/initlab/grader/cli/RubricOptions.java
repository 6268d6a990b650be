package initlab.grader.cli;

import initlab.grader.rubric.Rubric;
import initlab.grader.rubric.RubricFiles;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a course counts, and in which language it answers. */
class RubricOptions {
  @Option(names = "--rubric", paramLabel = "FILE", description = "A rubric of your own.")
  private @Nullable Path rubric;

  @Option(
      names = "--lang",
      paramLabel = "en|zh",
      description = "The language of the feedback (default: that of the locale, else English).")
  private @Nullable String language;

  /**
   * The rubric; switches to the language.
   *
   * @throws UsageException if there is no such language
   */
  final Rubric rubric() throws IOException {
    if (language != null) {
      Language.choose(language);
    }
    return rubric == null
        ? Rubric.standard(InitLab.ASSIGNMENT)
        : Rubric.read(rubric, InitLab.ASSIGNMENT);
  }

  /** Whether a rubric is given. */
  final boolean hasRubric() {
    return rubric != null;
  }

  /** The rubric's file with those that it names; none if it is the assignment's own. */
  final Map<String, byte[]> rubricFiles() throws IOException {
    return rubric == null ? Map.of() : RubricFiles.of(rubric);
  }
}
