package initlab.grader.report;

import initlab.grader.files.AtomicFile;
import initlab.grader.grading.GradeReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * What people read of a run: {@code index.html} about the class, {@code run.html} about what
 * differs between two runs, a page beside each result, {@code feedback/} to hand back, and {@code
 * junit/} for programs that read Surefire's reports.
 */
public final class ReportPages {
  static final String RUN = "run.html";

  private final Path folder;

  /** Writes into a result folder. */
  public ReportPages(Path folder) {
    this.folder = folder;
  }

  /** Writes all of them. */
  public void write(List<GradeReport> reports, RunFacts facts) throws IOException {
    List<GradeReport> sorted =
        reports.stream().sorted(Comparator.comparing(GradeReport::submission)).toList();
    AtomicFile.write(folder.resolve("index.html"), ClassPage.of(sorted, facts.secret()));
    AtomicFile.write(folder.resolve(RUN), RunPage.of(facts));
    Pictures pictures = new Pictures();
    for (GradeReport report : sorted) {
      Path own = folder.resolve("submissions").resolve(report.submission());
      AtomicFile.write(
          own.resolve("index.html"),
          SubmissionPage.forInstructor(report, source(own), pictures.of(own)));
      Path feedback = folder.resolve("feedback").resolve(report.submission());
      AtomicFile.write(
          feedback.resolve("feedback.html"), SubmissionPage.forStudent(report, pictures.of(own)));
      AtomicFile.write(feedback.resolve("feedback.txt"), text(report));
      AtomicFile.write(
          folder.resolve("junit").resolve("TEST-" + report.submission() + ".xml"),
          JUnitXml.of(report));
    }
  }

  private static String source(Path own) throws IOException {
    Path file = own.resolve(ResultFiles.SOURCE);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.readString(file) : "";
  }

  private static byte[] text(GradeReport report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      new Terminal(out, true).feedbackForStudent(report);
    }
    String text = bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
