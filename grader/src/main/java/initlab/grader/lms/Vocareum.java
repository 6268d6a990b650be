package initlab.grader.lms;

import initlab.grader.files.ZipWriter.Entry;
import initlab.grader.grading.GradeReport;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Submission;
import initlab.grader.report.Points;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Vocareum: the working folder in; out come a line for each criterion in {@code
 * $vocareumGradeFile}, and in {@code $vocareumReportFile} what the student reads, text or HTML. The
 * output would be added to it, but for one line (its help pages, as of 2026).
 */
final class Vocareum implements Lms {
  /** The name of the criterion that an instructor makes. */
  private static final String CRITERION = "InitLab";

  private static final String NO_OUTPUT = "VOC_NO_REPORT_OUTPUT";

  @Override
  public String name() {
    return "vocareum";
  }

  @Override
  public Submission read(Site site) {
    return site.submission("", "VOC_USERID");
  }

  /** Without a line in the grade file there is no grade. */
  @Override
  public void prepare(Site site) throws IOException {
    Site.write(reportFile(site), NO_OUTPUT + "\n");
  }

  @Override
  public String finish(Site site, GradeReport report, long seconds) throws IOException {
    String text = StudentView.of(report).text();
    Site.write(reportFile(site), NO_OUTPUT + "\n<pre>\n" + Html.escaped(text) + "</pre>\n");
    if (report.state() != SubmissionState.HARNESS_ERROR) {
      String line = CRITERION + "," + Points.show(report.score()) + "\n";
      Site.write(site.file("vocareumGradeFile", "grade.csv"), line);
    }
    return text;
  }

  private static Path reportFile(Site site) {
    return site.file("vocareumReportFile", "report.txt");
  }

  @Override
  public List<Entry> files(Upload upload) throws IOException {
    return upload.graderIn("initlab/", upload.script("grade.sh", "vocareum/grade.sh"));
  }
}
