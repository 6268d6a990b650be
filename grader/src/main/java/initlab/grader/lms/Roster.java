package initlab.grader.lms;

import initlab.grader.files.CsvTable;
import initlab.grader.grading.GradeReport;
import initlab.grader.lms.Row.Column;
import initlab.grader.report.Points;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;

/**
 * The members of a course and their present scores, as an LTI platform tells them, as a gradebook:
 * so that a score finds its student by the same rules as in a file.
 */
final class Roster extends Gradebook {
  private static final List<String> HEADER =
      List.of("LTI user", "Full name", "Email address", "ID number", "Score");
  private static final int USER = 0;
  private static final int NAME = 1;
  private static final int SCORE = 4;

  private final Map<Column, Integer> ids = Row.columns(HEADER);
  private final List<Entry> entries = new ArrayList<>();

  private Roster(CsvTable table, List<GradeReport> reports, Options options) {
    super(table, reports, options);
  }

  /**
   * A member of a course.
   *
   * @param user the platform's id of the user
   * @param name the full name; empty if the platform does not tell it
   * @param email the address; empty likewise
   * @param number the id at the university; empty likewise
   */
  record Member(String user, String name, String email, String number) {
    private List<String> cells(String score) {
      return List.of(user, name, email, number, score);
    }
  }

  /**
   * A score that goes to a member.
   *
   * @param user the platform's id of the user
   * @param name the full name, or the id where the platform tells none
   * @param before the present score, in points of the report's maximum; empty if there is none
   * @param report whose score it is
   */
  record Entry(String user, String name, String before, GradeReport report) {
    String score() {
      return Points.show(report.score());
    }

    boolean isNew() {
      String most = Points.show(Math.min(report.score(), report.maxScore()));
      return !before.equals(score()) && !before.equals(most); // a platform may keep no bonus
    }
  }

  /**
   * Who gets which score.
   *
   * @param shares the present scores by user, as shares of what the platform counts
   */
  static Roster of(
      List<Member> members,
      Map<String, Double> shares,
      List<GradeReport> reports,
      boolean writesZeros)
      throws IOException {
    StringBuilder text = new StringBuilder();
    double max = reports.isEmpty() ? 0 : reports.get(0).maxScore();
    CSVFormat.DEFAULT.printRecord(text, HEADER.toArray());
    for (Member member : members) {
      Double share = shares.get(member.user());
      String score = share == null ? "" : Points.show(share * max);
      CSVFormat.DEFAULT.printRecord(text, member.cells(score).toArray());
    }
    Options options = new Options(null, false, writesZeros);
    Roster roster = new Roster(CsvTable.parse(text.toString()), reports, options);
    roster.filled();
    return roster;
  }

  @Override
  void fillIn(List<String> row) {
    Row own = row(row);
    int before = remarks.size();
    Optional<GradeReport> found = find(own);
    if (found.isEmpty()) {
      tellNone(own, before);
      return;
    }
    use(found.get());
    if (isGrade(found.get())) {
      entries.add(new Entry(row.get(USER), own.label(), row.get(SCORE), found.get()));
    }
  }

  @Override
  Row row(List<String> cells) {
    String label = cells.get(NAME).isBlank() ? cells.get(USER) : cells.get(NAME);
    return new Row(label, cells.get(NAME), ids(ids, cells));
  }

  /** The scores that find a member. */
  List<Entry> entries() {
    return entries;
  }

  /** What does not, a sentence each. */
  List<String> remarks() {
    return remarks.isEmpty() ? List.of() : List.copyOf(remarks);
  }
}
