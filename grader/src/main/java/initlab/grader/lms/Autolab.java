package initlab.grader.lms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import initlab.grader.files.ZipWriter.Entry;
import initlab.grader.grading.GradeReport;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Submission;
import initlab.grader.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Autolab: the output is the feedback; its last line has the scores, and the line before may have
 * the feedback by stages (documentation and sources as of 2025). The last line has a name of our
 * own alone, as Autolab puts quotation marks around every word before a colon.
 */
final class Autolab implements Lms {
  /** The name of the problem that an instructor makes. */
  private static final String PROBLEM = "InitLab";

  @Override
  public String name() {
    return "autolab";
  }

  @Override
  public Submission read(Site site) {
    return site.onlyFile("");
  }

  @Override
  public String finish(Site site, GradeReport report, long seconds) {
    StudentView view = StudentView.of(report);
    ObjectNode scores = JsonNodeFactory.instance.objectNode();
    scores.putObject("scores").put(PROBLEM, report.score());
    return "%s\n%s\n%s\n".formatted(view.text(), stages(view, report), scores);
  }

  private static ObjectNode stages(StudentView view, GradeReport report) {
    ObjectNode all = JsonNodeFactory.instance.objectNode().put("_presentation", "semantic");
    all.putArray("stages");
    if (report.state() != SubmissionState.GRADED) {
      String build = Messages.get("lms.stage.build");
      all.withArray("stages").add(build);
      all.putObject(build).putObject(PROBLEM).put("passed", false).put("hint", view.message());
    }
    for (StudentView.Item check : view.checks()) {
      String stage = Messages.get("lms.stage", check.exercise());
      if (!all.has(stage)) {
        all.withArray("stages").add(stage);
      }
      ObjectNode result = all.withObject("/" + stage).putObject(check.title());
      result.put("passed", check.hasPassed());
      if (!check.hasPassed()) {
        result.put("hint", check.message());
      }
    }
    return all;
  }

  @Override
  public List<Entry> files(Upload upload) throws IOException {
    return List.of(
        upload.plain("autograde-Makefile", "autolab/autograde-Makefile"),
        Entry.plain("autograde.tar", tar(upload.graderIn("initlab/"))));
  }

  private static byte[] tar(List<Entry> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (Entry entry : entries) {
        TarArchiveEntry header = new TarArchiveEntry(entry.name());
        header.setSize(entry.content().length);
        header.setMode(entry.unixMode());
        header.setModTime(0);
        tar.putArchiveEntry(header);
        tar.write(entry.content());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }
}
