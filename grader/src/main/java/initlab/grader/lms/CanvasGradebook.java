package initlab.grader.lms;

import initlab.grader.grading.GradeReport;
import initlab.grader.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Canvas' gradebook, with a column for each assignment. */
final class CanvasGradebook extends Gradebook {
  /** What Canvas and a university call a person by. */
  private static final List<String> IDS =
      List.of("ID", "SIS User ID", "SIS Login ID", "Integration ID", "Email");

  private final List<Integer> ids = new ArrayList<>();
  private final int id;
  private final int student;
  private final int firstName;
  private final int column;
  private String max = "";

  CanvasGradebook(
      ExportedTable table, @Nullable String wanted, List<GradeReport> reports, boolean isScaled) {
    super(table, reports, isScaled);
    List<String> header = table.header();
    for (String name : IDS) {
      if (indexOf(header, name) >= 0) {
        ids.add(indexOf(header, name));
      }
    }
    id = indexOf(header, "ID");
    firstName = indexOf(header, "FirstName");
    student = 0;
    column = column(header, wanted);
  }

  static boolean isOne(List<String> header) {
    boolean hasNames = header.size() > 1 && header.get(0).matches(".*(Student|LastName).*");
    return hasNames && header.contains("ID");
  }

  private static int column(List<String> header, @Nullable String wanted) {
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

  @Override
  void fillIn(List<String> row) {
    String name = name(row);
    if (row.get(student).contains("Points Possible")) {
      max = row.get(column);
    } else if (!row.get(id).isBlank()) {
      fillIn(row, name);
    } else if (!row.get(student).isBlank()) { // without a name it tells how grades are posted
      remarks.add(Messages.get("gradebook.no-submission", name));
    }
  }

  private void fillIn(List<String> row, String name) {
    List<String> theirs = ids.stream().map(row::get).filter(one -> !one.isBlank()).toList();
    Optional<GradeReport> found = byId(theirs, name, row.get(id)).or(() -> byName(name));
    String before = row.get(column).strip();
    if (found.isEmpty()) {
      remarks.add(Messages.get("gradebook.no-submission", name));
      return;
    }
    use(found.get());
    if (before.equalsIgnoreCase("EX")) {
      remarks.add(Messages.get("gradebook.excused", name));
    } else if (before.equalsIgnoreCase("N/A")) {
      remarks.add(Messages.get("gradebook.unassigned", name));
    } else if (isGrade(found.get())) {
      set(row, column, found.get(), max, name);
    }
  }

  private String name(List<String> row) {
    return firstName < 0 ? row.get(student) : row.get(student) + ", " + row.get(firstName);
  }

  /** Two rows of the same name could each be meant. */
  private Optional<GradeReport> byName(String name) {
    List<GradeReport> theirs =
        left(one -> one.studentId().isEmpty() && Names.areSame(one.student(), name));
    long rows = table.rows().stream().filter(row -> Names.areSame(name(row), name)).count();
    if (rows > 1 && !theirs.isEmpty()) {
      remarks.add(Messages.get("gradebook.several-rows", name));
      return Optional.empty();
    }
    return one(theirs);
  }
}
