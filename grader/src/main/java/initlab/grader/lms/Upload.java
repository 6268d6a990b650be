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
 * @param secret where the course's secret comes from
 * @param rubric a rubric of the course's own with the files that it names; empty if there is none
 * @param options further options for {@code lms run}, a line each
 * @param fileName the one file that is handed in
 */
public record Upload(
    Path grader, Secret secret, Map<String, byte[]> rubric, List<String> options, String fileName) {
  /** The script that all packages start the grader by. */
  private static final String SCRIPT = "initlab.sh";

  /**
   * Where a package's secret comes from.
   *
   * @param file its file, if the package has it
   * @param isWrittenLater whether the platform keeps it, and writes it beside the grader
   */
  public record Secret(@Nullable Path file, boolean isWrittenLater) {
    /** A file in the package; none without one. */
    public static Secret of(@Nullable Path file) {
      return new Secret(file, false);
    }

    private String word() {
      return isWrittenLater ? "later" : file == null ? "no" : "yes";
    }
  }

  /** The same where the platform keeps the secret itself. */
  Upload withoutSecret() {
    return new Upload(grader, new Secret(null, true), rubric, options, fileName);
  }

  /**
   * The grader with all that it needs, and files beside it.
   *
   * @param folder where the grader lies in the package: empty, or with a slash at its end
   */
  List<Entry> graderIn(String folder, Entry... beside) throws IOException {
    List<Entry> entries = new ArrayList<>(List.of(beside));
    entries.add(Entry.plain(folder + "initlab.jar", Files.readAllBytes(grader)));
    entries.add(script(folder + SCRIPT, SCRIPT));
    byte[] lines = (String.join("\n", options) + "\n").getBytes(StandardCharsets.UTF_8);
    entries.add(Entry.plain(folder + "options.txt", lines));
    rubric.forEach(
        (name, content) -> entries.add(Entry.secret(folder + "rubric/" + name, content)));
    if (secret.file() != null) {
      entries.add(Entry.secret(folder + "course.secret", Files.readAllBytes(secret.file())));
    }
    return entries;
  }

  /** A platform's own file. */
  Entry plain(String name, String resource) throws IOException {
    return Entry.plain(name, content(resource));
  }

  /** A platform's own file that is run. */
  Entry script(String name, String resource) throws IOException {
    return Entry.executable(name, content(resource));
  }

  /** A resource with what is known now: the file that is handed in, and what the course has. */
  private byte[] content(String resource) throws IOException {
    try (var in = Upload.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the grader lacks its file " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@FILE@", fileName)
          .replace("@RUBRIC@", rubric.isEmpty() ? "no" : "yes")
          .replace("@SECRET@", secret.word())
          .getBytes(StandardCharsets.UTF_8);
    }
  }
}
