package initlab.grader.lms;

import initlab.grader.files.AtomicFile;
import initlab.grader.files.Trees;
import initlab.grader.intake.Identity;
import initlab.grader.intake.Intake;
import initlab.grader.intake.Submission;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where one submission is graded: a platform's container, or a folder that is laid out like it.
 *
 * @param root the top of the layout
 * @param environment the variables that the platform has set
 * @param fileName the one file that is handed in
 */
public record Site(Path root, Map<String, String> environment, String fileName) {
  private static final String UNKNOWN = "unknown";

  /** What the platform says in a variable, unless it is blank. */
  Optional<String> says(String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
  }

  /** The same where one more thing is said. */
  Site with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Site(root, more, fileName);
  }

  /** A file that the platform names in a variable; else one of the layout. */
  Path file(String variable, String orElse) {
    return says(variable).map(root::resolve).orElseGet(() -> root.resolve(orElse));
  }

  /** What lies in a folder, handed in by whom a variable names. */
  Submission submission(String folder, String studentVariable) {
    String student = says(studentVariable).orElse(UNKNOWN);
    return new Submission("submission", Identity.named(student), null, content(folder));
  }

  Submission.Content content(String folder) {
    Path place = root.resolve(folder);
    return Files.isDirectory(place)
        ? Intake.read(fileName, place).content()
        : new Submission.Missing(Messages.get("lms.no-folder", folder));
  }

  /** One file beside others that are not handed in. */
  Submission onlyFile(String studentVariable) {
    String student = says(studentVariable).orElse(UNKNOWN);
    Path place = root.resolve(fileName);
    Submission.Content content =
        Files.exists(place)
            ? Intake.read(fileName, place).content()
            : new Submission.Missing(Messages.get("lms.no-file", fileName));
    return new Submission("submission", Identity.named(student), null, content);
  }

  /** Writes a file of the layout, whole or not at all. */
  static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static void write(Path file, byte[] content) throws IOException {
    clearFolder(file);
    AtomicFile.write(file, content); // what was there stays until the new is whole
  }

  /** Removes what lies where a result comes to lie: a student may have handed in such a thing. */
  static void clear(Path file) throws IOException {
    clearFolder(file);
    Files.deleteIfExists(file);
  }

  private static void clearFolder(Path file) throws IOException {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      Trees.delete(file);
    }
  }
}
