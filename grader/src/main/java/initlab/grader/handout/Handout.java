package initlab.grader.handout;

import initlab.grader.assignment.CourseSecret;
import initlab.grader.files.AtomicFile;
import initlab.grader.files.ZipWriter;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What students get. */
public final class Handout {
  /** What students start. */
  private static final String SCRIPT = "lab";

  private static final String FOLDER = "initlab-handout/";

  private final SortedMap<String, byte[]> files;

  private Handout(SortedMap<String, byte[]> files) {
    this.files = files;
  }

  /**
   * The handout of this grader, from the sources that it was built with.
   *
   * @throws LeakException if something is in it that students must not have
   */
  public static Handout of(CourseSecret secret) throws IOException {
    return of(HandoutFiles.read(), secret);
  }

  static Handout of(SortedMap<String, byte[]> files, CourseSecret secret) {
    List<String> leaks = LeakCheck.leaks(files, secret);
    if (!leaks.isEmpty()) {
      throw new LeakException(leaks);
    }
    return new Handout(files);
  }

  /** Writes it as a zip with one folder in it; the same bytes each time. */
  public void writeZip(Path file) throws IOException {
    List<ZipWriter.Entry> entries =
        files.entrySet().stream().map(entry -> entry(entry.getKey(), entry.getValue())).toList();
    ZipWriter.write(file, entries);
  }

  private static ZipWriter.Entry entry(String name, byte[] content) {
    return name.equals(SCRIPT)
        ? ZipWriter.Entry.executable(FOLDER + name, content)
        : ZipWriter.Entry.plain(FOLDER + name, content);
  }

  /** Writes its files into a folder. */
  public void writeFolder(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      AtomicFile.write(folder.resolve(file.getKey()), file.getValue());
    }
    if (!folder.resolve(SCRIPT).toFile().setExecutable(true)) {
      throw new IOException(folder.resolve(SCRIPT) + " cannot be made executable");
    }
  }

  /** How many files are in it. */
  public int size() {
    return files.size();
  }

  /** Something is in the handout that students must not have. */
  public static final class LeakException extends UsageException {
    private static final long serialVersionUID = 1L;

    LeakException(List<String> leaks) {
      super("leak.refused", String.join("\n", leaks));
    }

    @Override
    public int exitCode() {
      return 4; // the program's own files are not what they should be
    }
  }
}
