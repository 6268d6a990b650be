package initlab.grader.run;

import initlab.grader.assignment.Assignment;
import initlab.grader.assignment.Picture;
import initlab.grader.files.AtomicFile;
import initlab.grader.files.Trees;
import initlab.grader.grading.GradeReport;
import initlab.grader.report.GradesTable;
import initlab.grader.report.GradesWorkbook;
import initlab.grader.report.ReportPages;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The result folder: {@code grades.csv}, {@code checks.csv}, a workbook of both, and for each
 * submission a folder under {@code submissions/} with {@code result.json} and, if its code printed
 * something, {@code output.txt}.
 */
public final class ResultFiles {
  private static final String SUBMISSIONS = "submissions";
  private static final String RESULT = "result.json";
  private static final String OUTPUT = "output.txt";
  private static final String GRADES = "grades.csv";
  private static final String CHECKS = "checks.csv";
  private static final String WORKBOOK = "grades.xlsx";

  private final Path folder;
  private final Assignment assignment;

  /** Writes into a folder, which is made if need be. */
  public ResultFiles(Path folder, Assignment assignment) {
    this.folder = folder;
    this.assignment = assignment;
  }

  /** Where it is. */
  Path folder() {
    return folder;
  }

  /**
   * Removes the files of an earlier run, and nothing else.
   *
   * @param kept the submissions whose files stay
   */
  public void clear(Set<String> kept) throws IOException {
    for (String file : List.of(GRADES, CHECKS, WORKBOOK, ReportPages.INDEX, ReportPages.RUN)) {
      Files.deleteIfExists(folder.resolve(file));
    }
    Trees.delete(folder.resolve("feedback"));
    Trees.delete(folder.resolve("junit"));
    AtomicFile.deleteUnfinished(folder);
    for (Path child : children(folder.resolve(SUBMISSIONS))) {
      if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
        AtomicFile.deleteUnfinished(child);
        if (!kept.contains(child.getFileName().toString())) {
          for (String name : ours()) {
            Files.deleteIfExists(child.resolve(name));
          }
        }
        deleteIfEmpty(child);
      }
    }
  }

  /** The result of a submission, if there is one that can be read. */
  Optional<GradeReport> read(String submission) throws IOException {
    Path target = folder.resolve(SUBMISSIONS).resolve(submission);
    Path file = target.resolve(RESULT);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    return StoredResult.parse(Files.readAllBytes(file), printed(target))
        .filter(report -> report.submission().equals(submission));
  }

  /** The submissions that have results, sorted. */
  List<String> names() throws IOException {
    return children(folder.resolve(SUBMISSIONS)).stream()
        .filter(child -> Files.exists(child.resolve(RESULT)))
        .map(child -> child.getFileName().toString())
        .toList();
  }

  /**
   * All results of an earlier run, sorted by submission.
   *
   * @throws IOException if there are none, or one cannot be read
   */
  public List<GradeReport> readAll() throws IOException {
    if (!Files.isDirectory(folder.resolve(SUBMISSIONS))) {
      throw new NoSuchFileException(folder.resolve(SUBMISSIONS).toString());
    }
    List<GradeReport> reports = new ArrayList<>();
    for (String name : names()) {
      Path file = folder.resolve(SUBMISSIONS).resolve(name).resolve(RESULT);
      reports.add(
          read(name).orElseThrow(() -> new IOException(Messages.get("rescore.no-result", file))));
    }
    return sorted(reports);
  }

  private static String printed(Path target) throws IOException {
    Path output = target.resolve(OUTPUT);
    return Files.isRegularFile(output, LinkOption.NOFOLLOW_LINKS) ? Files.readString(output) : "";
  }

  private static void deleteIfEmpty(Path folder) throws IOException {
    if (children(folder).isEmpty()) {
      Files.delete(folder);
    }
  }

  /** Takes over the files of a submission from another result folder; they stay there as well. */
  public void take(String submission, ResultFiles other) throws IOException {
    Path from = other.folder.resolve(SUBMISSIONS).resolve(submission);
    Path to = folder.resolve(SUBMISSIONS).resolve(submission);
    Files.createDirectories(to);
    for (String name : ours()) {
      if (Files.isRegularFile(from.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        AtomicFile.link(from.resolve(name), to.resolve(name));
      }
    }
  }

  /** Whether the stored result is the same, to the byte. */
  boolean has(GradeReport report) throws IOException {
    Path file = folder.resolve(SUBMISSIONS).resolve(report.submission()).resolve(RESULT);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Arrays.equals(Files.readAllBytes(file), StoredResult.bytes(report));
  }

  /** Whether the folder tells of a class that was graded to its end. */
  boolean areWhole() {
    return Files.isRegularFile(folder.resolve(GRADES), LinkOption.NOFOLLOW_LINKS);
  }

  /** Every file that may lie in the folder of a result. */
  private List<String> ours() {
    Stream<String> pictures =
        assignment.pictures().stream().filter(picture -> !picture.isShared()).map(Picture::file);
    return Stream.concat(
            Stream.of(RESULT, OUTPUT, ReportPages.INDEX, assignment.fileName()), pictures)
        .toList();
  }

  /**
   * Moves what a teacher put beside results and feedback into the folders that take their place.
   */
  void keepWhatIsNotOurs(Path old) throws IOException {
    keepOthers(old, SUBMISSIONS, ours());
    keepOthers(old, ReportPages.FEEDBACK, ReportPages.FEEDBACK_FILES);
  }

  private void keepOthers(Path old, String room, List<String> ours) throws IOException {
    for (Path submission : children(old.resolve(room))) {
      for (Path file : children(submission)) {
        Path place = folder.resolve(room).resolve(submission.getFileName());
        if (!ours.contains(file.getFileName().toString())) {
          Files.createDirectories(place);
          Files.move(file, place.resolve(file.getFileName()));
        }
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  /** Writes what was graded. */
  public void writeSource(String submission, String source) throws IOException {
    AtomicFile.write(
        folder.resolve(SUBMISSIONS).resolve(submission).resolve(assignment.fileName()),
        source.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes the files of one submission. */
  public void write(GradeReport report) throws IOException {
    Path target = folder.resolve(SUBMISSIONS).resolve(report.submission());
    if (!report.printed().isBlank()) {
      AtomicFile.write(target.resolve(OUTPUT), report.printed().getBytes(StandardCharsets.UTF_8));
    }
    for (Map.Entry<String, byte[]> picture : report.traces().pictures().entrySet()) {
      AtomicFile.write(target.resolve(picture.getKey()), picture.getValue());
    }
    AtomicFile.write(target.resolve(RESULT), StoredResult.bytes(report));
  }

  /** Writes the tables of the class, sorted by submission. */
  public void writeGrades(List<GradeReport> reports) throws IOException {
    GradesTable grades = GradesTable.grades(sorted(reports), assignment.exercises());
    GradesTable checks = GradesTable.checks(sorted(reports));
    AtomicFile.write(folder.resolve(CHECKS), checks.csv());
    AtomicFile.write(
        folder.resolve(WORKBOOK),
        GradesWorkbook.of(
            new TreeMap<>(Map.of("checks", checks, "grades", grades)).descendingMap()));
    AtomicFile.write(folder.resolve(GRADES), grades.csv());
  }

  private static List<GradeReport> sorted(List<GradeReport> reports) {
    return reports.stream().sorted(Comparator.comparing(GradeReport::submission)).toList();
  }
}
