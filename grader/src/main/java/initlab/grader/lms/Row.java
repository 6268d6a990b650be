package initlab.grader.lms;

import initlab.grader.grading.GradeReport;
import initlab.grader.intake.Identity;
import initlab.grader.intake.Identity.Kind;
import initlab.grader.intake.Identity.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whom a row of a gradebook is about.
 *
 * @param label what messages call it
 * @param name the student's name; empty if there is none
 * @param ids what stands in each column of ids
 */
record Row(String label, String name, Map<Column, String> ids) {
  /** What gradebooks call a person by, and the ids that can stand there. */
  enum Column {
    CANVAS_USER("ID", Kind.CANVAS_USER),
    PARTICIPANT("Identifier", Kind.MOODLE),
    SIS_ID("SIS User ID", Kind.STUDENT_ID),
    NUMBER("ID number", Kind.STUDENT_ID),
    INTEGRATION_ID("Integration ID", Kind.STUDENT_ID),
    LOGIN("SIS Login ID", Kind.STUDENT_ID),
    USERNAME("Username", Kind.STUDENT_ID),
    EMAIL("Email", Kind.EMAIL),
    ADDRESS("Email address", Kind.EMAIL);

    /** Numbers that a platform gave: no one calls a folder by them. */
    private static final Set<Column> PLATFORMS_OWN = Set.of(CANVAS_USER, PARTICIPANT);

    /** Who has another one there is another person; of logins and addresses, people have many. */
    private static final Set<Column> DECISIVE = Set.of(CANVAS_USER, PARTICIPANT, SIS_ID, NUMBER);

    private final String header;
    private final Kind kind;

    Column(String header, Kind kind) {
      this.header = header;
      this.kind = kind;
    }

    /** Logins are often addresses. */
    private boolean holds(Identity.Id id) {
      boolean isLogin = this == LOGIN || this == USERNAME;
      return id.kind() == kind || (isLogin && id.kind() == Kind.EMAIL);
    }
  }

  /** The columns of ids that a gradebook has, with their places. */
  static Map<Column, Integer> columns(List<String> header) {
    Map<Column, Integer> columns = new LinkedHashMap<>();
    for (Column column : Column.values()) {
      int index = Gradebook.indexOf(header, column.header);
      if (index >= 0) {
        columns.put(column, index);
      }
    }
    return columns;
  }

  /** The people of a report who have an id of this row, whatever their names are. */
  List<Person> byId(GradeReport report) {
    List<Person> people = report.submitted().who().people();
    if (people.isEmpty() && isCalled(report.student())) {
      return List.of(new Person("", List.of()));
    }
    return people.stream().filter(this::hasAnIdOf).toList();
  }

  /** Whether a folder that no platform named is called by an id of the row. */
  private boolean isCalled(String folder) {
    return ids.entrySet().stream()
        .filter(id -> !Column.PLATFORMS_OWN.contains(id.getKey()))
        .anyMatch(id -> id.getValue().equalsIgnoreCase(folder));
  }

  private boolean hasAnIdOf(Person person) {
    return person.ids().stream()
        .anyMatch(
            id ->
                ids.entrySet().stream()
                    .filter(own -> own.getKey().holds(id))
                    .anyMatch(own -> own.getValue().equalsIgnoreCase(id.value())));
  }

  /** Whether someone of a report has the name of the row, and no other id where one decides. */
  boolean hasNameOf(GradeReport report) {
    List<Person> people = report.submitted().who().people();
    return people.isEmpty()
        ? Names.areSame(report.student(), name)
        : people.stream()
            .anyMatch(person -> !isSomeoneElse(person) && Names.areSame(person.name(), name));
  }

  private boolean isSomeoneElse(Person person) {
    return person.ids().stream()
        .anyMatch(
            id ->
                ids.entrySet().stream()
                    .filter(own -> Column.DECISIVE.contains(own.getKey()))
                    .filter(own -> own.getKey().holds(id))
                    .anyMatch(own -> !own.getValue().equalsIgnoreCase(id.value())));
  }
}
