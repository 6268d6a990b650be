package initlab.grader.lms;

import initlab.grader.files.ZipWriter.Entry;
import initlab.grader.grading.GradeReport;
import initlab.grader.intake.Identity;
import initlab.grader.intake.Submission;
import initlab.grader.report.Json;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Gradescope: {@code submission/} and {@code submission_metadata.json} in, {@code
 * results/results.json} out. The contract is that of Gradescope's autograder documentation
 * (specifications, as of 2025).
 */
final class Gradescope implements Lms {
  @Override
  public String name() {
    return "gradescope";
  }

  @Override
  public Path defaultRoot() {
    return Path.of("/autograder");
  }

  @Override
  public void prepare(Site site) throws IOException {
    Site.write(
        results(site),
        Json.bytes(Map.of("score", 0.0, "output", Messages.get("lms.not-finished"))));
  }

  @Override
  public Submission read(Site site) {
    Path metadata = site.root().resolve("submission_metadata.json");
    return new Submission(
        "submission",
        Identity.named(GradescopeMetadata.students(metadata)),
        GradescopeMetadata.handedIn(metadata),
        site.content("submission"));
  }

  /** Instructors alone see what is printed. */
  @Override
  public String finish(Site site, GradeReport report, long seconds) throws IOException {
    Site.write(results(site), Json.bytes(GradescopeResults.of(report, seconds)));
    return StudentView.of(report).text();
  }

  @Override
  public List<Entry> files(Upload upload) throws IOException {
    return upload.graderIn(
        "",
        upload.script("setup.sh", "gradescope/setup.sh"),
        upload.script("run_autograder", "gradescope/run_autograder"));
  }

  private static Path results(Site site) {
    return site.root().resolve("results").resolve("results.json");
  }
}
