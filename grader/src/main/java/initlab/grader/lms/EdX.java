package initlab.grader.lms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import initlab.grader.files.ZipWriter.Entry;
import initlab.grader.grading.GradeReport;
import initlab.grader.intake.Submission;
import java.io.IOException;
import java.util.List;

/**
 * Open edX' external graders, behind xqueue-watcher: the output is the answer, with all of {@code
 * correct}, {@code score} and {@code msg}, which must be one well-formed XML element
 * (xqueue-watcher as of 2026; the check of the element from memory of capa's responsetypes).
 */
final class EdX implements Lms {
  @Override
  public String name() {
    return "edx";
  }

  @Override
  public Submission read(Site site) {
    return site.onlyFile("");
  }

  @Override
  public String finish(Site site, GradeReport report, long seconds) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("correct", report.isPerfect());
    result.put("score", StudentView.share(report));
    result.put("msg", "<div>" + Html.block(StudentView.of(report).text()) + "</div>");
    return result + "\n";
  }

  @Override
  public List<Entry> files(Upload upload) throws IOException {
    return upload.graderIn(
        "initlab/",
        upload.plain("initlab_grader.py", "edx/initlab_grader.py"),
        upload.plain("conf.json", "edx/conf.json"));
  }
}
