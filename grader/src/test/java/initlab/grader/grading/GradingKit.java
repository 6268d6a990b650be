package initlab.grader.grading;

import initlab.grader.intake.Intake;
import initlab.grader.lab.WeightLab;
import initlab.grader.rubric.CheckState;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Grades the submissions under src/test/resources/submissions as an instructor's would be. */
final class GradingKit {
  static final Path SUBMISSIONS = Path.of("src/test/resources/submissions");

  private GradingKit() {}

  /** The reports of every submission of a folder, under their names. */
  static Map<String, GradeReport> grade(String folder) throws IOException {
    Map<String, GradeReport> reports = new LinkedHashMap<>();
    try (Grader grader = new Grader(Policy.standard(new WeightLab()))) {
      for (var submission :
          Intake.find("Initializers.java", List.of(SUBMISSIONS.resolve(folder))).submissions()) {
        reports.put(submission.name(), grader.grade(submission));
      }
    }
    return reports;
  }

  /** The rows of a CSV file with a header; lines that begin with # are comments. */
  static List<CSVRecord> rows(Path file) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();
    try (Reader reader = Files.newBufferedReader(file)) {
      return format.parse(reader).getRecords();
    }
  }

  /** The checks that did not pass, as text for a failing test. */
  static String problems(GradeReport report) {
    return report.checks().stream()
        .filter(check -> check.state() != CheckState.PASSED)
        .map(check -> "%s %s: %s".formatted(check.id(), check.state(), check.message()))
        .collect(Collectors.joining("\n", report.message() + "\n", ""));
  }
}
