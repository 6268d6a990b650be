package initlab.grader.lms;

import initlab.grader.files.ZipWriter.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a package besides a platform's own files.
 *
 * @param grader the runnable initlab.jar
 * @param secret the file with the course's secret, if it has one
 * @param rubric a rubric of the course's own with the files that it names; empty if there is none
 * @param options further options for {@code lms run}, a line each
 * @param fileName the one file that is handed in
 */
public record Upload(
    Path grader,
    @Nullable Path secret,
    Map<String, byte[]> rubric,
    List<String> options,
    String fileName) {
  /** The script that all packages start the grader by. */
  private static final String SCRIPT = "initlab.sh";

  /**
   * The grader with all that it needs.
   *
   * @param folder where it lies in the package: empty, or with a slash at its end
   */
  List<Entry> graderIn(String folder) throws IOException {
    return graderIn(folder, secret == null ? "no" : "yes");
  }

  private List<Entry> graderIn(String folder, String hasSecret) throws IOException {
    List<Entry> entries = new ArrayList<>();
    entries.add(Entry.plain(folder + "initlab.jar", Files.readAllBytes(grader)));
    entries.add(Entry.executable(folder + SCRIPT, script(hasSecret)));
    byte[] lines = (String.join("\n", options) + "\n").getBytes(StandardCharsets.UTF_8);
    entries.add(Entry.plain(folder + "options.txt", lines));
    rubric.forEach(
        (name, content) -> entries.add(Entry.secret(folder + "rubric/" + name, content)));
    if (secret != null) {
      entries.add(Entry.secret(folder + "course.secret", Files.readAllBytes(secret)));
    }
    return entries;
  }

  /** The same where the platform keeps the secret itself. */
  List<Entry> graderWithoutSecretIn(String folder) throws IOException {
    return new Upload(grader, null, rubric, options, fileName).graderIn(folder, "later");
  }

  private byte[] script(String hasSecret) throws IOException {
    String text = new String(resource(SCRIPT), StandardCharsets.UTF_8);
    return text.replace("@SECRET@", hasSecret).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A file of a package, in which {@code @FILE@} stands for the file that is handed in, and
   * {@code @RUBRIC@} for whether there is a rubric of the course's own: yes or no.
   */
  byte[] resource(String name) throws IOException {
    try (var in = Upload.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the grader lacks its file " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("@FILE@", fileName)
          .replace("@RUBRIC@", rubric.isEmpty() ? "no" : "yes")
          .getBytes(StandardCharsets.UTF_8);
    }
  }
}
