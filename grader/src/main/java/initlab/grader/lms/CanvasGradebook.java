package initlab.grader.lms;

import initlab.grader.files.CsvTable;
import initlab.grader.grading.GradeReport;
import initlab.grader.lms.Row.Column;
import initlab.grader.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Canvas' gradebook, with a column for each assignment. */
final class CanvasGradebook extends Gradebook {
  private final Map<Column, Integer> ids;
  private final int id;
  private final int student;
  private final int firstName;
  private final int column;
  private String max = "";

  CanvasGradebook(CsvTable table, List<GradeReport> reports, Options options) {
    super(table, reports, options);
    List<String> header = table.header();
    ids = Row.columns(header);
    id = indexOf(header, "ID");
    firstName = indexOf(header, "FirstName");
    student = 0;
    column = column(header, options.column());
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
      if (max.contains("read only")) {
        throw new UnknownGradebookException("gradebook.read-only", table.header().get(column));
      }
    } else if (!row.get(id).isBlank()) {
      fillIn(row, name);
    } else if (!row.get(student).isBlank()) { // without a name it tells how grades are posted
      remarks.add(Messages.get("gradebook.no-submission", name));
    }
  }

  private void fillIn(List<String> row, String name) {
    Row own = row(row);
    int remarksBefore = remarks.size();
    Optional<GradeReport> found = matching.find(own);
    String before = row.get(column).strip();
    if (found.isEmpty()) {
      matching.tellNone(own, remarksBefore);
      return;
    }
    matching.use(found.get());
    if (before.equalsIgnoreCase("EX")) {
      remarks.add(Messages.get("gradebook.excused", name));
    } else if (before.equalsIgnoreCase("N/A")) {
      remarks.add(Messages.get("gradebook.unassigned", name));
    } else if (matching.isGrade(found.get())) {
      set(row, column, found.get(), max, name);
    }
  }

  private String name(List<String> row) {
    return firstName < 0 ? row.get(student) : row.get(student) + ", " + row.get(firstName);
  }

  @Override
  Row row(List<String> cells) {
    return new Row(name(cells), name(cells), ids(ids, cells));
  }
}
