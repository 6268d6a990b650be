package initlab.grader.report;

import initlab.grader.assignment.Exercise;
import initlab.grader.grading.GradeReport;
import initlab.grader.rubric.CheckResult;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table of a class; cells are texts and numbers.
 *
 * @param header the names of the columns
 * @param rows a row for each report
 */
public record GradesTable(List<String> header, List<List<Object>> rows) {
  private static final CSVFormat CSV = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  /** Who has how many points, with a column for each exercise: {@code grades.csv}. */
  public static GradesTable grades(List<GradeReport> reports, List<? extends Exercise> exercises) {
    List<String> header =
        new ArrayList<>(List.of("submission", "student", "state", "score", "max_score"));
    exercises.forEach(exercise -> header.add("exercise_" + exercise.number()));
    header.addAll(List.of("student_id", "handed_in", "late_percent", "automatic_score"));
    return new GradesTable(
        header, reports.stream().map(report -> grades(report, exercises)).toList());
  }

  private static List<Object> grades(GradeReport report, List<? extends Exercise> exercises) {
    List<Object> line = new ArrayList<>();
    line.add(report.submission());
    line.add(report.student());
    line.add(report.state().id());
    line.add(report.score());
    line.add(report.maxScore());
    exercises.forEach(exercise -> line.add(report.score(exercise.number())));
    line.add(report.studentId());
    line.add(report.handedIn() == null ? "" : report.handedIn().toString());
    line.add(report.late() == null ? "" : report.late().percent());
    line.add(report.outcome().score().automatic());
    return line;
  }

  /** The points of each check: {@code checks.csv}. */
  public static GradesTable checks(List<GradeReport> reports) {
    List<String> ids =
        reports.stream()
            .findFirst()
            .map(report -> report.checks().stream().map(CheckResult::id).toList())
            .orElse(List.of());
    List<String> header = new ArrayList<>(List.of("submission", "student", "state"));
    header.addAll(ids);
    return new GradesTable(header, reports.stream().map(GradesTable::checks).toList());
  }

  private static List<Object> checks(GradeReport report) {
    Stream<Object> who = Stream.of(report.submission(), report.student(), report.state().id());
    Stream<Object> points = report.checks().stream().map(CheckResult::score);
    return Stream.concat(who, points).toList();
  }

  /** The table with commas, in UTF-8; no cell is a formula. */
  public byte[] csv() throws IOException {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, CSV)) {
      csv.printRecord(header);
      for (List<Object> row : rows) {
        csv.printRecord(row.stream().map(GradesTable::cell).toList());
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String cell(Object value) {
    return value instanceof Double points
        ? Points.show(points)
        : Spreadsheet.safe(value.toString());
  }
}
