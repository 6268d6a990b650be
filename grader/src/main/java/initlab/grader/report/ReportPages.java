package initlab.grader.report;

import initlab.grader.assignment.Assignment;
import initlab.grader.assignment.Picture;
import initlab.grader.files.AtomicFile;
import initlab.grader.grading.GradeReport;
import initlab.grader.report.SubmissionPage.Image;
import initlab.grader.report.SubmissionPage.PictureGroup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people read of a run: {@code index.html} about the class, {@code run.html} about what
 * differs between two runs, a page beside each result, {@code feedback/} to hand back, and {@code
 * junit/} for programs that read Surefire's reports.
 */
public final class ReportPages {
  public static final String INDEX = "index.html";
  public static final String RUN = "run.html";

  public static final String FEEDBACK = "feedback";
  public static final List<String> FEEDBACK_FILES = List.of("feedback.html", "feedback.txt");

  private final Path folder;
  private final Assignment assignment;
  private final Map<Picture, String> shared = new HashMap<>();

  /** Writes into a result folder. */
  public ReportPages(Path folder, Assignment assignment) {
    this.folder = folder;
    this.assignment = assignment;
  }

  /** Writes all of them. */
  public void write(List<GradeReport> reports, RunFacts facts) throws IOException {
    write(reports, facts, folder, Set.of());
  }

  /**
   * Writes all of them, but for those that are as they were.
   *
   * @param old the folder of an earlier run
   * @param unchanged the submissions whose results are the same there, to the byte
   */
  public void write(List<GradeReport> reports, RunFacts facts, Path old, Set<String> unchanged)
      throws IOException {
    List<GradeReport> sorted =
        reports.stream().sorted(Comparator.comparing(GradeReport::submission)).toList();
    AtomicFile.write(folder.resolve(INDEX), ClassPage.of(sorted, facts, assignment));
    AtomicFile.write(folder.resolve(RUN), RunPage.of(facts));
    for (GradeReport report : sorted) {
      if (!unchanged.contains(report.submission()) || !areTaken(report.submission(), old)) {
        write(report);
      }
    }
  }

  /** Takes over the pages of a submission, if all of them are there. */
  private boolean areTaken(String submission, Path old) throws IOException {
    List<Path> pages = new ArrayList<>();
    pages.add(Path.of("submissions", submission, INDEX));
    FEEDBACK_FILES.forEach(file -> pages.add(Path.of(FEEDBACK, submission, file)));
    pages.add(Path.of("junit", "TEST-" + submission + ".xml"));
    if (!pages.stream()
        .allMatch(page -> Files.isRegularFile(old.resolve(page), LinkOption.NOFOLLOW_LINKS))) {
      return false;
    }
    for (Path page : pages) {
      AtomicFile.link(old.resolve(page), folder.resolve(page));
    }
    return true;
  }

  private void write(GradeReport report) throws IOException {
    Path own = folder.resolve("submissions").resolve(report.submission());
    AtomicFile.write(
        own.resolve(INDEX),
        SubmissionPage.forInstructor(report, assignment.fileName(), source(own), pictures(own)));
    Path feedback = folder.resolve(FEEDBACK).resolve(report.submission());
    AtomicFile.write(
        feedback.resolve("feedback.html"), SubmissionPage.forStudent(report, pictures(own)));
    AtomicFile.write(feedback.resolve("feedback.txt"), text(report));
    AtomicFile.write(
        folder.resolve("junit").resolve("TEST-" + report.submission() + ".xml"),
        JUnitXml.of(report));
  }

  private String source(Path own) throws IOException {
    Path file = own.resolve(assignment.fileName());
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.readString(file) : "";
  }

  private static byte[] text(GradeReport report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      new Terminal(out, true).feedbackForStudent(report);
    }
    String text = bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The pictures of a result for its page, as addresses that hold them, with their texts. */
  private List<PictureGroup> pictures(Path own) throws IOException {
    Map<String, List<Picture>> groups = new LinkedHashMap<>();
    for (Picture picture : assignment.pictures()) {
      groups.computeIfAbsent(picture.title(), unseen -> new ArrayList<>()).add(picture);
    }
    List<PictureGroup> shown = new ArrayList<>();
    for (Map.Entry<String, List<Picture>> group : groups.entrySet()) {
      if (group.getValue().stream().allMatch(picture -> isThere(own, picture))) {
        shown.add(new PictureGroup(group.getKey(), images(own, group.getValue())));
      }
    }
    return shown;
  }

  private List<Image> images(Path own, List<Picture> pictures) throws IOException {
    List<Image> images = new ArrayList<>();
    for (Picture picture : pictures) {
      images.add(new Image(data(own, picture), picture.alt()));
    }
    return images;
  }

  private static boolean isThere(Path own, Picture picture) {
    return picture.isShared()
        || Files.isRegularFile(own.resolve(picture.file()), LinkOption.NOFOLLOW_LINKS);
  }

  private String data(Path own, Picture picture) throws IOException {
    return picture.isShared()
        ? shared.computeIfAbsent(picture, same -> data(assignment.draw(same)))
        : data(Files.readAllBytes(own.resolve(picture.file())));
  }

  private static String data(byte[] png) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }
}
