package initlab.grader.lms;

import initlab.grader.files.ZipWriter.Entry;
import initlab.grader.grading.GradeReport;
import initlab.grader.intake.Submission;
import initlab.grader.report.JUnitXml;
import java.io.IOException;
import java.util.List;

/**
 * GitLab CI: the student's checkout in, a JUnit report out, which merge requests and pipelines
 * show, and a summary in Markdown (documentation as of 2026).
 */
final class GitLab implements Lms {
  private static final String REPORT = "initlab-report.xml";
  private static final String SUMMARY = "initlab-summary.md";

  @Override
  public String name() {
    return "gitlab";
  }

  @Override
  public Submission read(Site site) {
    return site.submission("", "GITLAB_USER_LOGIN");
  }

  @Override
  public void prepare(Site site) throws IOException {
    Site.clear(site.root().resolve(REPORT));
    Site.clear(site.root().resolve(SUMMARY));
  }

  @Override
  public String finish(Site site, GradeReport report, long seconds) throws IOException {
    StudentView view = StudentView.of(report);
    Site.write(site.root().resolve(REPORT), JUnitXml.of(StudentView.report(report)));
    Site.write(site.root().resolve(SUMMARY), Markdown.summary(report, view));
    return view.text();
  }

  @Override
  public List<Entry> files(Upload upload) throws IOException {
    return upload
        .withoutSecret()
        .graderIn("initlab/", upload.plain(".gitlab-ci.yml", "gitlab/gitlab-ci.yml"));
  }
}
