package initlab.grader.lms;

import initlab.grader.grading.GradeReport;
import initlab.grader.intake.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A learning platform: where it puts a submission, and how it wants the result. */
public interface Lms {
  /** All platforms there are. */
  List<Lms> ALL = List.of(new Gradescope());

  /** The platform of a name. */
  static Optional<Lms> named(String name) {
    return ALL.stream().filter(lms -> lms.name().equals(name)).findFirst();
  }

  /** The name on the command line. */
  String name();

  /** Where the platform puts things in its own containers. */
  Path defaultRoot();

  /** Writes a valid result with score 0, which stands if the grader does not come to its end. */
  void writeProvisional(Path root) throws IOException;

  /**
   * Reads what was handed in, and who did.
   *
   * @param fileName the one file of a submission
   */
  Submission read(Path root, String fileName) throws IOException;

  /**
   * Writes the result.
   *
   * @param seconds how long grading took
   */
  void write(Path root, GradeReport report, long seconds) throws IOException;

  /** Writes what an instructor uploads. */
  void writePackage(Upload upload, Path file) throws IOException;

  /**
   * What goes into a package besides a platform's own files.
   *
   * @param grader the runnable initlab.jar
   * @param secret the file with the course's secret, if it has one
   * @param rubric a rubric of the course's own with the files that it names; empty if there is none
   * @param options further options for {@code lms run}, a line each
   */
  record Upload(
      Path grader, @Nullable Path secret, Map<String, byte[]> rubric, List<String> options) {}
}
