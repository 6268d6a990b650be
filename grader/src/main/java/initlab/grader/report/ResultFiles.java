package initlab.grader.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import initlab.grader.grading.CheckResult;
import initlab.grader.grading.GradeReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The result folder: {@code grades.csv}, and for each submission a folder under {@code
 * submissions/} with {@code result.json} and, if its code printed something, {@code output.txt}.
 */
public final class ResultFiles {
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT
          .builder()
          .setHeader(
              "submission",
              "student",
              "state",
              "score",
              "max_score",
              "exercise_1",
              "exercise_2",
              "exercise_3")
          .setRecordSeparator("\n")
          .get();

  private final Path folder;

  /** Writes into a folder, which is made if need be. */
  public ResultFiles(Path folder) {
    this.folder = folder;
  }

  /** Removes the files of an earlier run, and nothing else. */
  public void clear() throws IOException {
    Files.deleteIfExists(folder.resolve("grades.csv"));
    Path submissions = folder.resolve("submissions");
    if (!Files.isDirectory(submissions)) {
      return;
    }
    try (Stream<Path> children = Files.list(submissions)) {
      for (Path child : children.toList()) {
        Files.deleteIfExists(child.resolve("result.json"));
        Files.deleteIfExists(child.resolve("output.txt"));
        deleteIfEmpty(child);
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

  /** Writes the files of one submission. */
  public void write(GradeReport report) throws IOException {
    Path target = folder.resolve("submissions").resolve(report.submission());
    if (!report.printed().isBlank()) {
      AtomicFile.write(
          target.resolve("output.txt"), report.printed().getBytes(StandardCharsets.UTF_8));
    }
    AtomicFile.write(target.resolve("result.json"), Json.bytes(json(report)));
  }

  /** Writes {@code grades.csv}, sorted by submission. */
  public void writeGrades(List<GradeReport> reports) throws IOException {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, CSV)) {
      for (GradeReport report : sorted(reports)) {
        csv.printRecord(
            Spreadsheet.safe(report.submission()),
            Spreadsheet.safe(report.student()),
            report.state().id(),
            Points.show(report.score()),
            Points.show(report.maxScore()),
            Points.show(report.score(1)),
            Points.show(report.score(2)),
            Points.show(report.score(3)));
      }
    }
    AtomicFile.write(
        folder.resolve("grades.csv"), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<GradeReport> sorted(List<GradeReport> reports) {
    return reports.stream().sorted(Comparator.comparing(GradeReport::submission)).toList();
  }

  /** The content of result.json. */
  static ObjectNode json(GradeReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("submission", report.submission());
    json.put("student", report.student());
    json.put("state", report.state().id());
    json.put("score", report.score());
    json.put("max_score", report.maxScore());
    json.put("message", report.message());
    json.put("isolation", report.isolation());
    report.checks().forEach(check -> json.withArray("checks").add(json(check)));
    return json;
  }

  private static ObjectNode json(CheckResult check) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", check.id());
    json.put("exercise", check.exercise());
    json.put("title", check.title());
    json.put("state", check.state().id());
    json.put("score", check.score());
    json.put("max_score", check.maxScore());
    json.put("visibility", check.visibility());
    json.put("message", check.message());
    json.put("hint", check.hint());
    return json;
  }
}
