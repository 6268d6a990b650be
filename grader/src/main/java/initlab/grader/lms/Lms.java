package initlab.grader.lms;

import initlab.grader.files.ZipWriter.Entry;
import initlab.grader.grading.GradeReport;
import initlab.grader.intake.Submission;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A learning platform: what an instructor uploads to it, where it puts a submission, and how it
 * takes the result. What students may see of a result is {@link StudentView}, the same everywhere;
 * a platform says it in its own form.
 */
public interface Lms {
  /** The name on the command line. */
  String name();

  /** What it is and what it gets, in a line. */
  default String summary() {
    return Messages.get("lms.of." + name());
  }

  /** Where the platform puts things in its own containers: mostly where it starts the grader. */
  default Path defaultRoot() {
    return Path.of("");
  }

  /**
   * Writes what must exist before anything runs: what stands should the grader not come to its end.
   */
  default void prepare(Site site) throws IOException {
    // most platforms know a grader that came to no end
  }

  /** Reads what was handed in, and who did. */
  Submission read(Site site) throws IOException;

  /**
   * Writes the result where the platform looks for it.
   *
   * @param seconds how long grading took
   * @return all that is printed; on some platforms students read it, on some it is the result
   */
  String finish(Site site, GradeReport report, long seconds) throws IOException;

  /** The files of what an instructor uploads, a zip. */
  List<Entry> files(Upload upload) throws IOException;
}
