package initlab.grader.lms;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.SubmissionState;
import initlab.grader.report.Feedback;
import initlab.grader.report.Points;
import initlab.grader.text.Messages;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Fills scores into a teacher's own export; every other row and cell stays as the platform wrote
 * it. Canvas' gradebook and Moodle's grading worksheet, as their importers read them (canvas-lms,
 * {@code gradebook_importer.rb}; moodle, {@code importgradeslib.php}).
 */
public final class Gradebook {
  private final ExportedTable table;
  private final List<String> remarks = new ArrayList<>();
  private final Set<GradeReport> left = new LinkedHashSet<>();
  private final Set<String> scales = new TreeSet<>();

  private Gradebook(ExportedTable table, List<GradeReport> reports) {
    this.table = table;
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
      throws IOException {
    Gradebook book = new Gradebook(ExportedTable.parse(export), reports);
    book.fillIn(column);
    return new Filled(book.table.bytes(), book.table.changes(), book.remarks);
  }

  private void fillIn(@Nullable String column) {
    List<String> header = table.header();
    if (indexOf(header, "Identifier") >= 0 && indexOf(header, "Grade") >= 0) {
      fillMoodle(header);
    } else if (header.size() > 1 && header.get(0).contains("Student") && header.contains("ID")) {
      fillCanvas(header, canvasColumn(header, column));
    } else {
      throw new UnknownGradebookException("gradebook.unknown");
    }
    remarks.addAll(scales);
    for (GradeReport report : left) {
      remarks.add(Messages.get("gradebook.no-row", report.submission(), report.student()));
    }
  }

  private void fillMoodle(List<String> header) {
    int identifier = indexOf(header, "Identifier");
    int grade = indexOf(header, "Grade");
    int max = indexOf(header, "Maximum grade");
    int changeable = indexOf(header, "Grade can be changed");
    int comments = indexOf(header, "Feedback comments");
    for (List<String> row : table.rows()) {
      if (isShort(row, header)) {
        continue;
      }
      String id = row.get(identifier).replaceAll("\\D+", "");
      GradeReport report =
          id.isEmpty() ? null : take(one -> one.studentId().equals(id)).orElse(null);
      if (report == null) {
        remarks.add(Messages.get("gradebook.no-submission", row.get(identifier)));
      } else if (changeable >= 0 && row.get(changeable).equalsIgnoreCase("No")) {
        remarks.add(Messages.get("gradebook.locked", row.get(identifier)));
      } else if (isGrade(report)) {
        set(row, grade, scaled(report, max < 0 ? "" : row.get(max)), row.get(identifier));
        if (comments >= 0) {
          table.set(row, comments, MoodleComment.of(row.get(comments), Feedback.summary(report)));
        }
      }
    }
  }

  /** Moodle's versions differ in their capital letters. */
  private static int indexOf(List<String> header, String name) {
    return header.stream()
        .map(one -> one.toLowerCase(Locale.ROOT))
        .toList()
        .indexOf(name.toLowerCase(Locale.ROOT));
  }

  private static int canvasColumn(List<String> header, @Nullable String wanted) {
    List<String> assignments =
        header.stream().filter(name -> name.matches(".* \\(\\d+\\)")).toList();
    List<String> found =
        wanted == null
            ? assignments
            : assignments.stream()
                .filter(name -> name.equals(wanted) || name.startsWith(wanted + " ("))
                .toList();
    if (found.size() != 1) {
      throw new UnknownGradebookException("gradebook.columns", assignments);
    }
    return header.indexOf(found.get(0));
  }

  private void fillCanvas(List<String> header, int column) {
    int id = header.indexOf("ID");
    String max = "";
    for (List<String> row : table.rows()) {
      if (isShort(row, header)) {
        continue;
      }
      String student = row.get(0);
      if (student.contains("Points Possible")) {
        max = row.get(column);
      } else if (!row.get(id).isBlank()) {
        String userId = row.get(id);
        GradeReport report =
            take(one -> one.studentId().equals(userId)).or(() -> takeByName(student)).orElse(null);
        if (report == null) {
          remarks.add(Messages.get("gradebook.no-submission", student));
        } else if (row.get(column).equalsIgnoreCase("EX")) {
          remarks.add(Messages.get("gradebook.excused", student));
        } else if (isGrade(report)) {
          set(row, column, scaled(report, max), student);
        }
      } else if (!student.isBlank()) { // without a name it tells how grades are posted
        remarks.add(Messages.get("gradebook.no-submission", student));
      }
    }
  }

  /** Two rows of the same name could each be meant. */
  private Optional<GradeReport> takeByName(String student) {
    long rows = table.rows().stream().filter(row -> isSame(row.get(0), student)).count();
    Predicate<GradeReport> isTheirs =
        one -> one.studentId().isEmpty() && isSame(one.student(), student);
    if (rows > 1 && left.stream().anyMatch(isTheirs)) {
      remarks.add(Messages.get("gradebook.several-rows", student));
      return Optional.empty();
    }
    return take(isTheirs);
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

  /** What a teacher has written by hand is not replaced without a word. */
  private void set(List<String> row, int column, String score, String who) {
    String before = table.set(row, column, score);
    if (!before.isBlank() && !before.equals("-") && !isSameNumber(before, score)) {
      remarks.add(Messages.get("gradebook.replaced", who, before, score));
    }
  }

  private static boolean isSameNumber(String one, String other) {
    try {
      return Double.parseDouble(one) == Double.parseDouble(other);
    } catch (NumberFormatException e) {
      return one.equals(other);
    }
  }

  private String scaled(GradeReport report, String max) {
    try {
      double most = Double.parseDouble(max.strip().replace(',', '.'));
      if (most != report.maxScore()) {
        scales.add(Messages.get("gradebook.scaled", Points.show(report.maxScore()), max.strip()));
      }
      if (report.score() > report.maxScore()) {
        remarks.add(Messages.get("gradebook.above", report.submission()));
      }
      return Points.show(report.score() * most / report.maxScore());
    } catch (NumberFormatException e) {
      return Points.show(report.score());
    }
  }

  /** The file is no gradebook that is known. */
  public static final class UnknownGradebookException extends UsageException {
    private static final long serialVersionUID = 1L;

    UnknownGradebookException(String key, Object... values) {
      super(key, values);
    }
  }
}
