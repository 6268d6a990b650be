package initlab.grader.lms;

import initlab.grader.grading.GradeReport;
import initlab.grader.lms.Row.Column;
import initlab.grader.report.Points;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a course and their present scores, as an LTI platform tells them. A score finds
 * its student by the same rules as in a gradebook's file.
 */
final class Roster {
  private final Matching matching;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * A member of a course.
   *
   * @param user the platform's id of the user
   * @param name the full name; empty if the platform does not tell it
   * @param email the address; empty likewise
   * @param number the id at the university; empty likewise
   */
  record Member(String user, String name, String email, String number) {
    private Row row() {
      Map<Column, String> ids = new EnumMap<>(Column.class);
      ids.put(Column.ADDRESS, email);
      ids.put(Column.NUMBER, number);
      ids.values().removeIf(String::isBlank);
      return new Row(name.isBlank() ? user : name, name, ids);
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
  Roster(
      List<Member> members,
      Map<String, Double> shares,
      List<GradeReport> reports,
      boolean writesZeros) {
    List<Row> rows = members.stream().map(Member::row).toList();
    matching = new Matching(reports, () -> rows, writesZeros);
    for (int i = 0; i < rows.size(); i++) {
      add(members.get(i).user(), rows.get(i), shares);
    }
    matching.tellUnused();
  }

  private void add(String user, Row row, Map<String, Double> shares) {
    int remarksBefore = matching.remarks().size();
    Optional<GradeReport> found = matching.find(row);
    if (found.isEmpty()) {
      matching.tellNone(row, remarksBefore);
      return;
    }
    GradeReport report = found.get();
    matching.use(report);
    if (matching.isGrade(report)) {
      Double share = shares.get(user);
      String before = share == null ? "" : Points.show(share * report.maxScore());
      entries.add(new Entry(user, row.label(), before, report));
    }
  }

  /** The scores that find a member. */
  List<Entry> entries() {
    return entries;
  }

  /** What does not, a sentence each. */
  List<String> remarks() {
    return matching.remarks();
  }
}
