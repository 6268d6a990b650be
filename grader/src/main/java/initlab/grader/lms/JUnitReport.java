package initlab.grader.lms;

import initlab.grader.files.ZipWriter.Entry;
import initlab.grader.grading.GradeReport;
import initlab.grader.intake.Submission;
import initlab.grader.report.JUnitXml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Whatever reads the report of a test run: CodeGrade, which says in {@code CG_JUNIT_XML_LOCATION}
 * where it looks for it, Jenkins, Artemis. The report has no points: such a platform counts checks.
 */
final class JUnitReport implements Lms {
  private static final String FILE = "initlab-report.xml";

  @Override
  public String name() {
    return "junit";
  }

  @Override
  public Submission read(Site site) {
    return site.submission("", "");
  }

  @Override
  public void prepare(Site site) throws IOException {
    Site.clear(report(site));
  }

  @Override
  public String finish(Site site, GradeReport report, long seconds) throws IOException {
    Site.write(report(site), JUnitXml.of(StudentView.report(report)));
    return StudentView.of(report).text();
  }

  private static Path report(Site site) {
    return site.file("CG_JUNIT_XML_LOCATION", FILE);
  }

  @Override
  public List<Entry> files(Upload upload) throws IOException {
    return upload.graderIn("initlab/");
  }
}
