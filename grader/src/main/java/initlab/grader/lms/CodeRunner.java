package initlab.grader.lms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import initlab.grader.files.ZipWriter.Entry;
import initlab.grader.grading.GradeReport;
import initlab.grader.intake.Submission;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.util.List;

/**
 * Moodle's CodeRunner with a combinator template grader: the output is one JSON object, with the
 * share that is earned, HTML before and after, and a table whose first row is its heads. A grader
 * that exits with another code than 0 is a broken question, and no mark (sources as of 2025).
 */
final class CodeRunner implements Lms {
  @Override
  public String name() {
    return "coderunner";
  }

  @Override
  public Submission read(Site site) {
    return site.onlyFile("");
  }

  @Override
  public String finish(Site site, GradeReport report, long seconds) {
    StudentView view = StudentView.of(report);
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("fraction", StudentView.share(report));
    result.put("prologuehtml", Html.block(view.message()));
    if (!view.checks().isEmpty()) {
      result.set("testresults", table(view));
      result.putArray("columnformats").add("%s").add("%s").add("%h");
    }
    result.put("epiloguehtml", Html.block(view.printed()));
    return result + "\n";
  }

  private static ArrayNode table(StudentView view) {
    ArrayNode table = JsonNodeFactory.instance.arrayNode();
    table
        .addArray()
        .add("iscorrect") // a tick or a cross
        .add(Messages.get("lms.table.check"))
        .add(Messages.get("lms.table.points"))
        .add(Messages.get("lms.table.message"));
    for (StudentView.Item check : view.checks()) {
      table
          .addArray()
          .add(check.hasPassed() ? 1 : 0)
          .add(check.name())
          .add(StudentView.points(check))
          .add(Html.block(check.message()));
    }
    return table;
  }

  @Override
  public List<Entry> files(Upload upload) throws IOException {
    return upload.graderIn("initlab/", upload.plain("question.xml", "coderunner/question.xml"));
  }
}
