package initlab.grader.lms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import initlab.grader.files.ZipWriter.Entry;
import initlab.grader.grading.GradeReport;
import initlab.grader.intake.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Coursera's custom graders: {@code /shared/submission} in, {@code /shared/feedback.json} out, and
 * the same as the last line of the output, which its local checker reads. Feedback is cut at 64 KB
 * (coursera_autograder and its demonstration, as of 2026).
 */
final class Coursera implements Lms {
  private static final int MAX_FEEDBACK = 16_000; // characters of up to 4 bytes

  @Override
  public String name() {
    return "coursera";
  }

  @Override
  public Path defaultRoot() {
    return Path.of("/shared");
  }

  @Override
  public Submission read(Site site) {
    return site.submission("submission", "userId");
  }

  @Override
  public String finish(Site site, GradeReport report, long seconds) throws IOException {
    String text = StudentView.of(report).text();
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("fractionalScore", StudentView.share(report));
    result.put("feedback", StudentView.cut(text, MAX_FEEDBACK));
    Site.write(site.root().resolve("feedback.json"), result + "\n");
    return result + "\n";
  }

  @Override
  public List<Entry> files(Upload upload) throws IOException {
    return upload.graderIn("initlab/", upload.plain("Dockerfile", "coursera/Dockerfile"));
  }
}
