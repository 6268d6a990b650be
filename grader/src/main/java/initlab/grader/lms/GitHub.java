package initlab.grader.lms;

import initlab.grader.files.ZipWriter.Entry;
import initlab.grader.grading.GradeReport;
import initlab.grader.intake.Submission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * GitHub Actions, and Classroom 50, which runs on them: the student's checkout in; out come a page
 * of Markdown for the job's summary, a note at a line of the student's for each check that failed,
 * and for Classroom 50 its {@code result.json}. The output is read for commands, so that all but
 * our own stands where none is obeyed (documentation as of 2026).
 */
final class GitHub implements Lms {
  private static final Pattern LINE = Pattern.compile("(?:line |第 )(\\d{1,6})");
  private static final int MAX_DEPTH = 12;

  @Override
  public String name() {
    return "github";
  }

  @Override
  public Submission read(Site site) {
    return site.submission("", "GITHUB_ACTOR");
  }

  @Override
  public void prepare(Site site) throws IOException {
    if (Classroom50.isThere(site)) {
      Site.clear(Classroom50.file(site));
    }
  }

  @Override
  public String finish(Site site, GradeReport report, long seconds) throws IOException {
    StudentView view = StudentView.of(report);
    Optional<String> summary = site.says("GITHUB_STEP_SUMMARY");
    if (summary.isPresent()) {
      append(site.root().resolve(summary.get()), Markdown.summary(report, view));
    }
    if (Classroom50.isThere(site)) {
      Classroom50.write(site, report, view);
    }
    return notes(site, view) + withoutCommands(view.text());
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(
        file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Nothing is a command until the word stands alone between colons, which nobody can know. */
  private static String withoutCommands(String text) {
    String word = UUID.randomUUID().toString();
    return "::stop-commands::%s\n%s\n::%s::\n".formatted(word, text, word);
  }

  private static String notes(Site site, StudentView view) throws IOException {
    String file =
        file(site.root(), site.fileName()).map(name -> "file=" + property(name) + ",").orElse("");
    StringBuilder notes = new StringBuilder();
    if (view.checks().isEmpty()) {
      notes.append(note(file, "InitLab", view.message()));
    }
    for (StudentView.Item check : view.checks()) {
      if (!check.hasPassed() && !check.message().isBlank()) {
        notes.append(note(file, check.name(), check.message()));
      }
    }
    return notes.toString();
  }

  private static String note(String file, String title, String message) {
    Matcher line = LINE.matcher(message);
    String where = !file.isEmpty() && line.find() ? file + "line=" + line.group(1) + "," : file;
    return "::error %stitle=%s::%s\n".formatted(where, property(title), data(message));
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** The one file of the name in a checkout, from its top; empty if there are several. */
  private static Optional<String> file(Path root, String fileName) throws IOException {
    try (Stream<Path> files = Files.find(root, MAX_DEPTH, (file, of) -> of.isRegularFile())) {
      List<String> found =
          files
              .filter(file -> file.endsWith(fileName))
              .map(file -> root.relativize(file).toString())
              .limit(2)
              .toList();
      return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
  }

  /** The secret is the organisation's, never in a repository that students have. */
  @Override
  public List<Entry> files(Upload upload) throws IOException {
    return upload
        .withoutSecret()
        .graderIn(
            "initlab/",
            upload.plain(".github/workflows/initlab.yml", "github/initlab.yml"),
            upload.plain("autograder.py", "github/autograder.py"));
  }
}
