package initlab.grader.cli;

import initlab.grader.assignment.Exercise;
import initlab.grader.rubric.Adjustments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says what a teacher changed by hand. */
final class AdjustmentOptions {
  @Option(
      names = "--adjustments",
      paramLabel = "FILE",
      description =
          "A CSV file with the columns student,exercise,points,reason,by: what you change by hand"
              + " (default: adjustments.csv in the results). It is kept with them.")
  private @Nullable Path file;

  /**
   * The adjustments: of the option, or else those that are kept with some results.
   *
   * @param replaces whether some that are kept may be withdrawn
   */
  Adjustments read(Path results, boolean replaces) throws IOException {
    Adjustments kept = kept(results);
    if (file == null) {
      return kept;
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    Adjustments given = Adjustments.read(file, exercises());
    if (!replaces) {
      given.requireAll(kept);
    }
    return given;
  }

  /** The adjustments that are kept with some results. */
  static Adjustments kept(Path results) throws IOException {
    return Adjustments.read(results.resolve(Adjustments.FILE), exercises());
  }

  private static SortedSet<Integer> exercises() {
    return InitLab.ASSIGNMENT.exercises().stream()
        .map(Exercise::number)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
