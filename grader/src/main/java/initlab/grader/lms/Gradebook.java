package initlab.grader.lms;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.SubmissionState;
import initlab.grader.report.Points;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Fills scores into a teacher's own export; every other row and cell stays as the platform wrote
 * it. Canvas' gradebook and Moodle's grading worksheet, as their importers read them (canvas-lms,
 * {@code gradebook_importer.rb}; moodle, {@code importgradeslib.php}).
 */
public final class Gradebook {
  private static final String MARK = "\uFEFF";

  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final Set<GradeReport> left = new LinkedHashSet<>();
  private final Set<Integer> changed = new HashSet<>();

  private Gradebook(List<GradeReport> reports) {
    left.addAll(reports);
  }

  /**
   * A gradebook with scores in it.
   *
   * @param bytes the file
   * @param count how many scores were filled in
   * @param remarks what was not, one sentence each
   */
  public record Filled(byte[] bytes, int count, List<String> remarks) {}

  /**
   * Fills in scores.
   *
   * @param export the text of the exported file
   * @param column the header of the assignment's column in Canvas, or its beginning
   * @throws UnknownGradebookException if it is neither platform's; the message says what is missing
   */
  public static Filled fill(String export, @Nullable String column, List<GradeReport> reports)
      throws IOException, UnknownGradebookException {
    Gradebook book = new Gradebook(reports);
    boolean hasMark = export.startsWith(MARK);
    String text = hasMark ? export.substring(1) : export;
    char delimiter = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
    String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setRecordSeparator(lineEnd).get();
    List<Integer> starts = new ArrayList<>();
    try (CSVParser records = CSVParser.parse(text, format)) {
      for (CSVRecord record : records) {
        book.rows.add(new ArrayList<>(record.toList()));
        starts.add((int) record.getCharacterPosition());
      }
    }
    starts.add(text.length());
    book.fillIn(column);
    StringBuilder filled = new StringBuilder(hasMark ? MARK : "");
    for (int i = 0; i < book.rows.size(); i++) {
      String row = text.substring(starts.get(i), starts.get(i + 1));
      filled.append(book.changed.contains(i) ? print(book.rows.get(i), format) : row);
    }
    byte[] bytes = filled.toString().getBytes(StandardCharsets.UTF_8);
    return new Filled(bytes, book.changed.size(), book.remarks);
  }

  private static String print(List<String> row, CSVFormat format) throws IOException {
    StringWriter out = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(out, format)) {
      printer.printRecord(row);
    }
    return out.toString();
  }

  private void fillIn(@Nullable String column) throws UnknownGradebookException {
    List<String> header = rows.isEmpty() ? List.of() : rows.get(0);
    if (header.contains("Identifier") && header.contains("Grade")) {
      fillMoodle(header);
    } else if (header.size() > 1 && header.get(0).contains("Student") && header.contains("ID")) {
      fillCanvas(header, canvasColumn(header, column));
    } else {
      throw new UnknownGradebookException(Messages.get("gradebook.unknown"));
    }
    for (GradeReport report : left) {
      remarks.add(Messages.get("gradebook.no-row", report.submission(), report.student()));
    }
  }

  private void fillMoodle(List<String> header) {
    int identifier = header.indexOf("Identifier");
    int grade = header.indexOf("Grade");
    int max = header.indexOf("Maximum grade");
    int changeable = header.indexOf("Grade can be changed");
    int comments = header.indexOf("Feedback comments");
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      if (isShort(row, header)) {
        continue;
      }
      String id = row.get(identifier).replaceAll("\\D+", "");
      GradeReport report = take(one -> one.studentId().equals(id)).orElse(null);
      if (report == null) {
        remarks.add(Messages.get("gradebook.no-submission", row.get(identifier)));
      } else if (changeable >= 0 && row.get(changeable).equalsIgnoreCase("No")) {
        remarks.add(Messages.get("gradebook.locked", row.get(identifier)));
      } else if (isGrade(report)) {
        row.set(grade, scaled(report, max < 0 ? "" : row.get(max)));
        if (comments >= 0) {
          row.set(comments, html(report.message()));
        }
        changed.add(i);
      }
    }
  }

  private static int canvasColumn(List<String> header, @Nullable String wanted)
      throws UnknownGradebookException {
    List<String> assignments =
        header.stream().filter(name -> name.matches(".* \\(\\d+\\)")).toList();
    List<String> found =
        wanted == null
            ? assignments
            : assignments.stream()
                .filter(name -> name.equals(wanted) || name.startsWith(wanted + " ("))
                .toList();
    if (found.size() != 1) {
      throw new UnknownGradebookException(Messages.get("gradebook.columns", assignments));
    }
    return header.indexOf(found.get(0));
  }

  private void fillCanvas(List<String> header, int column) {
    int id = header.indexOf("ID");
    String max = "";
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      if (isShort(row, header)) {
        continue;
      }
      String student = row.get(0);
      if (student.contains("Points Possible")) {
        max = row.get(column);
      } else if (!row.get(id).isBlank()) {
        String userId = row.get(id);
        GradeReport report =
            take(one -> one.studentId().equals(userId))
                .or(() -> take(one -> one.studentId().isEmpty() && isSame(one.student(), student)))
                .orElse(null);
        if (report == null) {
          remarks.add(Messages.get("gradebook.no-submission", student));
        } else if (row.get(column).equalsIgnoreCase("EX")) {
          remarks.add(Messages.get("gradebook.excused", student));
        } else if (isGrade(report)) {
          row.set(column, scaled(report, max));
          changed.add(i);
        }
      }
    }
  }

  private boolean isShort(List<String> row, List<String> header) {
    boolean isShort = row.size() < header.size();
    if (isShort) {
      remarks.add(Messages.get("gradebook.short", String.join(",", row)));
    }
    return isShort;
  }

  /** As Canvas writes names in its downloads: {@code lovelaceada}. */
  private static boolean isSame(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private Optional<GradeReport> take(Predicate<GradeReport> which) {
    List<GradeReport> found = left.stream().filter(which).toList();
    if (found.size() > 1) {
      remarks.add(Messages.get("gradebook.several", found.get(0).student()));
      return Optional.empty();
    }
    found.forEach(left::remove);
    return found.stream().findFirst();
  }

  /** A fault of ours is no grade; what was not handed in is for the teacher to judge. */
  private boolean isGrade(GradeReport report) {
    boolean isGrade =
        report.state() != SubmissionState.HARNESS_ERROR
            && report.state() != SubmissionState.MISSING;
    if (!isGrade) {
      remarks.add(Messages.get("gradebook.no-grade", report.submission(), report.state().id()));
    }
    return isGrade;
  }

  private static String scaled(GradeReport report, String max) {
    try {
      double most = Double.parseDouble(max.strip().replace(',', '.'));
      return Points.show(report.score() * most / report.maxScore());
    } catch (NumberFormatException e) {
      return Points.show(report.score());
    }
  }

  /** Moodle keeps comments as HTML. */
  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\n", "<br>");
  }

  /** The file is no gradebook that is known. */
  public static final class UnknownGradebookException extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownGradebookException(String message) {
      super(message);
    }
  }
}
