package initlab.grader.lms;

import initlab.grader.files.CsvTable;
import initlab.grader.grading.GradeReport;
import initlab.grader.lms.Row.Column;
import initlab.grader.report.Feedback;
import initlab.grader.text.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moodle's grading worksheet, in English. */
final class MoodleWorksheet extends Gradebook {
  private final Map<Column, Integer> ids;
  private final int identifier;
  private final int name;
  private final int group;
  private final int grade;
  private final int max;
  private final int scale;
  private final int changeable;
  private final int comments;
  private final List<Place> places = new ArrayList<>();

  MoodleWorksheet(CsvTable table, List<GradeReport> reports, Options options) {
    super(table, reports, options);
    List<String> header = table.header();
    ids = Row.columns(header);
    identifier = indexOf(header, "Identifier");
    name = indexOf(header, "Full name");
    group = indexOf(header, "Group");
    grade = indexOf(header, "Grade");
    max = indexOf(header, "Maximum grade");
    scale = indexOf(header, "Scale");
    changeable = indexOf(header, "Grade can be changed");
    comments = indexOf(header, "Feedback comments");
  }

  /**
   * Where Moodle takes feedback for a participant.
   *
   * @param folder its name in a zip
   * @param report what the participant handed in
   */
  record Place(String folder, GradeReport report) {}

  /** Where the feedback of those who handed in goes, once all rows are filled in. */
  List<Place> places() {
    return places;
  }

  private String folder(List<String> row) {
    String who = cell(row, name).replaceAll("[_/\\\\]", " ").strip();
    return "%s_%s_assignsubmission_file".formatted(who, digits(row.get(identifier)));
  }

  static boolean isOne(List<String> header) {
    return indexOf(header, "Identifier") >= 0 && indexOf(header, "Grade") >= 0;
  }

  @Override
  void fillIn(List<String> row) {
    Row own = row(row);
    String who = own.label();
    int before = remarks.size();
    Optional<GradeReport> found = matching.find(own).or(() -> ofTheirGroup(row));
    if (found.isEmpty()) {
      matching.tellNone(own, before);
      return;
    }
    GradeReport report = found.get();
    matching.use(report);
    places.add(new Place(folder(row), report));
    if (changeable >= 0 && row.get(changeable).equalsIgnoreCase("No")) {
      remarks.add(Messages.get("gradebook.locked", who));
    } else if (!cell(row, scale).isBlank()) {
      remarks.add(Messages.get("gradebook.scale", who, cell(row, scale)));
    } else if (matching.isGrade(report)) {
      set(row, grade, report, cell(row, max), who);
      if (comments >= 0) {
        table.set(row, comments, MoodleComment.of(row.get(comments), Feedback.summary(report)));
      }
    }
  }

  @Override
  Row row(List<String> cells) {
    Map<Column, String> theirs = ids(ids, cells);
    theirs.replaceAll((column, id) -> column == Column.PARTICIPANT ? digits(id) : id);
    theirs.values().removeIf(String::isEmpty);
    String label = (cells.get(identifier) + " " + cell(cells, name)).strip();
    return new Row(label, cell(cells, name), theirs);
  }

  /** {@code Participant 123}, in any language. */
  private static String digits(String text) {
    return text.replaceAll("\\D+", "");
  }

  private Optional<GradeReport> ofTheirGroup(List<String> row) {
    List<String> groups =
        Arrays.stream(cell(row, group).split(",", -1)).map(String::strip).toList();
    return matching.one(
        row(row).label(),
        matching.all(
            one ->
                groups.stream().anyMatch(its -> Names.areSame(one.student(), its))
                    && !matching.hasARowOfItsOwn(one)));
  }

  private static String cell(List<String> row, int column) {
    return column < 0 ? "" : row.get(column);
  }
}
