package initlab.grader.cli;

import initlab.grader.grading.GradeReport;
import initlab.grader.intake.Submission;
import initlab.grader.sandbox.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table of when submissions were handed in, where their platform's files do not say it. */
final class Times {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreSurroundingSpaces(true)
          .get();

  private final Map<String, Instant> times = new HashMap<>();

  /**
   * Reads a table with the columns student and time.
   *
   * @throws UsageException if it has no such columns, or a time is none; with its line
   */
  Times(Path file) throws IOException {
    String text = Files.readString(file).replace("\uFEFF", "");
    try (CSVParser rows = CSVParser.parse(text, FORMAT)) {
      if (!rows.getHeaderNames().containsAll(List.of("student", "time"))) {
        throw new UsageException("usage.times-columns", file);
      }
      for (CSVRecord row : rows) {
        times.put(row.get("student"), time(file, row));
      }
    }
  }

  private static Instant time(Path file, CSVRecord row) {
    try {
      return OffsetDateTime.parse(row.get("time")).toInstant();
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new UsageException(
          "usage.time", file, row.getRecordNumber() + 1, Text.clean(row.toString()));
    }
  }

  /** The submissions with their times, by the name of the submission, the student or the id. */
  List<Submission> of(List<Submission> submissions) {
    return submissions.stream()
        .map(
            submission ->
                find(submission.name(), submission.studentId(), submission.student())
                    .map(submission::at)
                    .orElse(submission))
        .toList();
  }

  /** The same for reports. */
  List<GradeReport> ofReports(List<GradeReport> reports) {
    return reports.stream()
        .map(
            report ->
                find(report.submission(), report.studentId(), report.student())
                    .map(report::handedInAt)
                    .orElse(report))
        .toList();
  }

  private Optional<Instant> find(String... names) {
    return Stream.of(names).filter(times::containsKey).map(times::get).findFirst();
  }
}
