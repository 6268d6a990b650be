package initlab.grader.report;

import initlab.grader.assignment.Exercise;
import initlab.grader.grading.GradeReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The table of a class: {@code grades.csv}. */
public final class GradesTable {
  private static final CSVFormat CSV = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  private GradesTable() {}

  /** A line for each report, with a column for each exercise. */
  public static byte[] of(List<GradeReport> reports, List<? extends Exercise> exercises)
      throws IOException {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, CSV)) {
      csv.printRecord(header(exercises));
      for (GradeReport report : reports) {
        csv.printRecord(line(report, exercises));
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<Object> header(List<? extends Exercise> exercises) {
    List<Object> header =
        new ArrayList<>(List.of("submission", "student", "state", "score", "max_score"));
    exercises.forEach(exercise -> header.add("exercise_" + exercise.number()));
    header.addAll(List.of("student_id", "handed_in", "late_percent", "automatic_score"));
    return header;
  }

  private static List<Object> line(GradeReport report, List<? extends Exercise> exercises) {
    List<Object> line = new ArrayList<>();
    line.add(Spreadsheet.safe(report.submission()));
    line.add(Spreadsheet.safe(report.student()));
    line.add(report.state().id());
    line.add(Points.show(report.score()));
    line.add(Points.show(report.maxScore()));
    exercises.forEach(exercise -> line.add(Points.show(report.score(exercise.number()))));
    line.add(Spreadsheet.safe(report.studentId()));
    line.add(report.handedIn() == null ? "" : report.handedIn());
    line.add(report.late() == null ? "" : Points.show(report.late().percent()));
    line.add(Points.show(report.outcome().score().automatic()));
    return line;
  }
}
