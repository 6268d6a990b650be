package initlab.grader.run;

import initlab.grader.assignment.Assignment;
import initlab.grader.assignment.Picture;
import initlab.grader.files.AtomicFile;
import initlab.grader.grading.GradeReport;
import initlab.grader.report.GradesTable;
import initlab.grader.report.Json;
import initlab.grader.report.ReportPages;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The result folder: {@code grades.csv}, and for each submission a folder under {@code
 * submissions/} with {@code result.json} and, if its code printed something, {@code output.txt}.
 */
public final class ResultFiles {
  private static final String SUBMISSIONS = "submissions";
  private static final String RESULT = "result.json";
  private static final String OUTPUT = "output.txt";

  private final Path folder;
  private final Assignment assignment;

  /** Writes into a folder, which is made if need be. */
  public ResultFiles(Path folder, Assignment assignment) {
    this.folder = folder;
    this.assignment = assignment;
  }

  /**
   * Removes the files of an earlier run, and nothing else.
   *
   * @param kept the submissions whose files stay
   */
  public void clear(Set<String> kept) throws IOException {
    Files.deleteIfExists(folder.resolve("grades.csv"));
    Files.deleteIfExists(folder.resolve("index.html"));
    Files.deleteIfExists(folder.resolve(ReportPages.RUN));
    deleteTree(folder.resolve("feedback"));
    deleteTree(folder.resolve("junit"));
    AtomicFile.deleteUnfinished(folder);
    Path submissions = folder.resolve(SUBMISSIONS);
    if (!Files.isDirectory(submissions)) {
      return;
    }
    try (Stream<Path> children = Files.list(submissions)) {
      for (Path child : children.filter(Files::isDirectory).toList()) {
        AtomicFile.deleteUnfinished(child);
        if (!kept.contains(child.getFileName().toString())) {
          Files.deleteIfExists(child.resolve(RESULT));
          Files.deleteIfExists(child.resolve(OUTPUT));
          for (String page : List.of("index.html", assignment.fileName())) {
            Files.deleteIfExists(child.resolve(page));
          }
          for (String picture : pictures()) {
            Files.deleteIfExists(child.resolve(picture));
          }
        }
        deleteIfEmpty(child);
      }
    }
  }

  /**
   * The result of a submission from an earlier run.
   *
   * @param sourceHash the hash of its source now
   * @return the result, if there is one and it is of that source
   */
  public Optional<GradeReport> read(String submission, String sourceHash) throws IOException {
    Path target = folder.resolve(SUBMISSIONS).resolve(submission);
    Path file = target.resolve(RESULT);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    return StoredResult.parse(Files.readAllBytes(file), printed(target))
        .filter(report -> report.submission().equals(submission))
        .filter(report -> report.sourceHash().equals(sourceHash) && !sourceHash.isEmpty());
  }

  /**
   * All results of an earlier run, sorted by submission.
   *
   * @throws IOException if there are none, or one cannot be read
   */
  public List<GradeReport> readAll() throws IOException {
    List<GradeReport> reports = new ArrayList<>();
    try (Stream<Path> children = Files.list(folder.resolve(SUBMISSIONS))) {
      for (Path child : children.sorted().toList()) {
        Path file = child.resolve(RESULT);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          reports.add(
              StoredResult.parse(Files.readAllBytes(file), printed(child))
                  .orElseThrow(() -> new IOException(Messages.get("rescore.no-result", file))));
        }
      }
    }
    return sorted(reports);
  }

  private static String printed(Path target) throws IOException {
    Path output = target.resolve(OUTPUT);
    return Files.isRegularFile(output, LinkOption.NOFOLLOW_LINKS) ? Files.readString(output) : "";
  }

  /** Deletes what is written anew from the results at the end of each run. */
  private static void deleteTree(Path tree) throws IOException {
    if (Files.isDirectory(tree, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> files = Files.walk(tree)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void deleteIfEmpty(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      if (children.findAny().isPresent()) {
        return;
      }
    }
    Files.delete(folder);
  }

  /** Copies the source and the pictures of a submission of another result folder. */
  public void copySource(String submission, ResultFiles other) throws IOException {
    Path from = other.folder.resolve(SUBMISSIONS).resolve(submission);
    Path to = folder.resolve(SUBMISSIONS).resolve(submission);
    List<String> names = new ArrayList<>(pictures());
    names.add(assignment.fileName());
    for (String name : names) {
      if (Files.isRegularFile(from.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        AtomicFile.write(to.resolve(name), Files.readAllBytes(from.resolve(name)));
      }
    }
  }

  /** Every picture that may lie in the folder of a result. */
  private List<String> pictures() {
    return assignment.pictures().stream()
        .filter(picture -> !picture.isShared())
        .map(Picture::file)
        .toList();
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
    for (Map.Entry<String, byte[]> picture : report.pictures().entrySet()) {
      AtomicFile.write(target.resolve(picture.getKey()), picture.getValue());
    }
    AtomicFile.write(target.resolve(RESULT), Json.bytes(StoredResult.json(report)));
  }

  /** Writes {@code grades.csv}, sorted by submission. */
  public void writeGrades(List<GradeReport> reports) throws IOException {
    AtomicFile.write(
        folder.resolve("grades.csv"), GradesTable.of(sorted(reports), assignment.exercises()));
  }

  private static List<GradeReport> sorted(List<GradeReport> reports) {
    return reports.stream().sorted(Comparator.comparing(GradeReport::submission)).toList();
  }
}
