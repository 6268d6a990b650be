package initlab.grader.cli;

import initlab.grader.files.ZipWriter;
import initlab.grader.grading.GradeReport;
import initlab.grader.lms.FeedbackZip;
import initlab.grader.text.Text;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code initlab feedback}: feedback for Canvas or Moodle to hand back. */
@Command(
    name = "feedback",
    mixinStandardHelpOptions = true,
    description =
        "Writes a zip of feedback that Canvas (Upload Submissions) or Moodle (Upload multiple"
            + " feedback files in a zip) hands back to each student.")
final class FeedbackCommand implements Callable<Integer> {
  private static final int MOST_NAMES = 100_000;

  private final Console console;

  @Mixin private ResultsArgument results = new ResultsArgument();

  @ArgGroup(multiplicity = "1")
  private Platform platform = new Platform();

  private static final class Platform {
    @Option(
        names = "--moodle",
        paramLabel = "WORKSHEET",
        description = "For Moodle: its grading worksheet, which says who has which number.")
    private @Nullable Path moodle;

    @Option(
        names = "--canvas",
        paramLabel = "DOWNLOAD",
        description = "For Canvas: its download of the submissions, whose names it wants back.")
    private @Nullable Path canvas;
  }

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The zip to write.")
  private Path out = Path.of("");

  FeedbackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<GradeReport> reports = results.read().reports();
    if (Files.exists(out)) {
      throw new UsageException("usage.exists", out);
    }
    FeedbackZip zip =
        platform.moodle != null
            ? FeedbackZip.forMoodle(reports, this::read, Files.readString(platform.moodle))
            : FeedbackZip.forCanvas(
                reports, this::read, names(Objects.requireNonNull(platform.canvas)));
    if (zip.entries().isEmpty()) {
      Path from = platform.moodle != null ? platform.moodle : platform.canvas;
      throw new UsageException("feedback.none", results.folder(), String.valueOf(from));
    }
    ZipWriter.write(out, zip.entries());
    console.say("feedback.written", out, zip.entries().size());
    zip.without().stream()
        .sorted()
        .forEach(name -> console.say("feedback.without", Text.clean(name)));
    return ExitCode.OK;
  }

  private byte[] read(String submission, String name) throws IOException {
    return Files.readAllBytes(
        results.folder().resolve("feedback").resolve(submission).resolve(name));
  }

  /** The names of the files in a download, packed or not. */
  private static List<String> names(Path download) throws IOException {
    if (Files.isDirectory(download)) {
      try (Stream<Path> files = Files.list(download)) {
        return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
      }
    }
    List<String> names = new ArrayList<>();
    try (ZipFile zip = ZipFile.builder().setPath(download).get()) {
      Enumeration<ZipArchiveEntry> entries = zip.getEntries();
      while (entries.hasMoreElements() && names.size() < MOST_NAMES) {
        names.add(entries.nextElement().getName().replaceFirst(".*/", ""));
      }
    }
    return names;
  }
}
