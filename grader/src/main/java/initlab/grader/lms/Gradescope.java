package initlab.grader.lms;

import initlab.grader.files.AtomicFile;
import initlab.grader.files.ZipWriter;
import initlab.grader.grading.GradeReport;
import initlab.grader.intake.Identity;
import initlab.grader.intake.Intake;
import initlab.grader.intake.Submission;
import initlab.grader.report.Json;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  public void writeProvisional(Path root) throws IOException {
    AtomicFile.write(
        results(root),
        Json.bytes(Map.of("score", 0.0, "output", Messages.get("lms.not-finished"))));
  }

  @Override
  public Submission read(Path root, String fileName) {
    Path folder = root.resolve("submission");
    Path metadata = root.resolve("submission_metadata.json");
    Submission.Content content =
        Files.isDirectory(folder)
            ? Intake.read(fileName, folder).content()
            : new Submission.Missing(Messages.get("lms.no-folder"));
    return new Submission(
        "submission",
        Identity.named(GradescopeMetadata.students(metadata)),
        GradescopeMetadata.handedIn(metadata),
        content);
  }

  @Override
  public void write(Path root, GradeReport report, long seconds) throws IOException {
    AtomicFile.write(results(root), Json.bytes(GradescopeResults.of(report, seconds)));
  }

  @Override
  public void writePackage(Upload upload, Path file) throws IOException {
    List<ZipWriter.Entry> entries = new ArrayList<>();
    entries.add(ZipWriter.Entry.executable("setup.sh", resource("setup.sh")));
    entries.add(ZipWriter.Entry.executable("run_autograder", resource("run_autograder")));
    entries.add(ZipWriter.Entry.plain("initlab.jar", Files.readAllBytes(upload.grader())));
    String options = String.join("\n", upload.options()) + "\n";
    entries.add(ZipWriter.Entry.plain("options.txt", options.getBytes(StandardCharsets.UTF_8)));
    upload
        .rubric()
        .forEach((name, content) -> entries.add(ZipWriter.Entry.secret("rubric/" + name, content)));
    if (upload.secret() != null) {
      entries.add(ZipWriter.Entry.secret("course.secret", Files.readAllBytes(upload.secret())));
    }
    ZipWriter.write(file, entries);
  }

  private static Path results(Path root) {
    return root.resolve("results").resolve("results.json");
  }

  private static byte[] resource(String name) throws IOException {
    try (var in = Gradescope.class.getResourceAsStream("gradescope/" + name)) {
      if (in == null) {
        throw new IOException("the grader lacks its file " + name);
      }
      return in.readAllBytes();
    }
  }
}
