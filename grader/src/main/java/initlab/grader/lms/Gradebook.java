package initlab.grader.lms;

import initlab.grader.files.CsvTable;
import initlab.grader.grading.GradeReport;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Identity.Person;
import initlab.grader.lms.Row.Column;
import initlab.grader.text.Messages;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills scores into a file that a platform exported, for it to import again. */
public abstract sealed class Gradebook permits CanvasGradebook, MoodleWorksheet, Roster {
  /** The table to fill. */
  final CsvTable table;

  /** What was not filled in, one sentence each. */
  final List<String> remarks = new ArrayList<>();

  private final List<GradeReport> reports;
  private final Set<GradeReport> used = new LinkedHashSet<>();
  private final Scale scale;
  private final Options options;

  Gradebook(CsvTable table, List<GradeReport> reports, Options options) {
    this.table = table;
    this.reports = reports;
    this.options = options;
    this.scale = new Scale(options.isScaled());
  }

  /**
   * How scores are written.
   *
   * @param column the header of the assignment's column in Canvas, or its beginning
   * @param isScaled whether they are scaled to what the column counts; else they are points
   * @param writesZeros whether a zero is written for what could not be graded
   */
  public record Options(@Nullable String column, boolean isScaled, boolean writesZeros) {}

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
   * @throws UnknownGradebookException if it is neither platform's; the message says what is missing
   */
  public static Filled fill(String export, Options options, List<GradeReport> reports)
      throws IOException {
    CsvTable table = CsvTable.parse(export);
    Gradebook book;
    if (MoodleWorksheet.isOne(table.header())) {
      book = new MoodleWorksheet(table, reports, options);
    } else if (CanvasGradebook.isOne(table.header())) {
      book = new CanvasGradebook(table, reports, options);
    } else {
      throw new UnknownGradebookException("gradebook.unknown");
    }
    return book.filled();
  }

  final Filled filled() {
    for (List<String> row : table.rows()) {
      if (row.size() < table.header().size()) {
        remarks.add(Messages.get("gradebook.short", String.join(",", row)));
      } else {
        fillIn(row);
      }
    }
    remarks.addAll(scale.remarks());
    for (GradeReport report : reports) {
      if (!used.contains(report)) {
        remarks.add(Messages.get("gradebook.no-row", report.submission(), report.student()));
      }
    }
    return new Filled(table.bytes(), table.changes(), remarks);
  }

  abstract void fillIn(List<String> row);

  /** Platforms' versions differ in their capital letters. */
  static int indexOf(List<String> header, String name) {
    return header.stream()
        .map(one -> one.toLowerCase(Locale.ROOT))
        .toList()
        .indexOf(name.toLowerCase(Locale.ROOT));
  }

  /**
   * The report that belongs to a row: by an id if the names agree, as the same number can be
   * another's elsewhere; else by the name, if one row and one report have it.
   */
  Optional<GradeReport> find(Row row) {
    return byId(row).or(() -> byName(row));
  }

  /** Says that a row has no submission, unless something else was said of it. */
  void tellNone(Row row, int remarksBefore) {
    if (remarks.size() == remarksBefore) {
      remarks.add(Messages.get("gradebook.no-submission", row.label()));
    }
  }

  private Optional<GradeReport> byId(Row row) {
    List<GradeReport> theirs = new ArrayList<>();
    for (GradeReport report : reports) {
      List<Person> people = row.byId(report);
      if (people.stream().anyMatch(person -> canBe(person, row.name()))) {
        theirs.add(report);
      } else if (!people.isEmpty()) {
        remarks.add(
            Messages.get(
                "gradebook.other-name",
                row.label(),
                row.name(),
                report.submission(),
                report.student()));
      }
    }
    return one(row.label(), theirs);
  }

  /** Whether a row of the table is about the one who handed in, who is no group then. */
  boolean hasARowOfItsOwn(GradeReport report) {
    return table.rows().stream()
        .filter(cells -> cells.size() >= table.header().size())
        .map(this::row)
        .anyMatch(row -> row.byId(report).stream().anyMatch(person -> canBe(person, row.name())));
  }

  private static boolean canBe(Person person, String name) {
    return name.isBlank()
        || Names.isUnknown(name)
        || Names.isUnknown(person.name())
        || person.ids().stream().anyMatch(id -> id.value().equals(person.name()))
        || Names.canBeSame(person.name(), name);
  }

  private Optional<GradeReport> byName(Row row) {
    if (row.name().isBlank() || Names.isUnknown(row.name())) {
      return Optional.empty();
    }
    List<GradeReport> theirs =
        reports.stream().filter(one -> isFree(one) && row.hasNameOf(one)).toList();
    long rows =
        table.rows().stream()
            .filter(other -> other.size() >= table.header().size())
            .filter(other -> Names.areSame(row(other).name(), row.name()))
            .count();
    if (rows > 1 && !theirs.isEmpty()) {
      remarks.add(Messages.get("gradebook.several-rows", row.name()));
      return Optional.empty();
    }
    return one(row.label(), theirs);
  }

  /** A group's report is that of several rows. */
  private boolean isFree(GradeReport report) {
    return !used.contains(report) || report.submitted().who().people().size() > 1;
  }

  /** Whom cells are about. */
  abstract Row row(List<String> cells);

  /** The ids in some cells. */
  static Map<Column, String> ids(Map<Column, Integer> columns, List<String> cells) {
    Map<Column, String> ids = new EnumMap<>(Column.class);
    columns.forEach((column, index) -> ids.put(column, cells.get(index).strip()));
    ids.values().removeIf(String::isEmpty);
    return ids;
  }

  /** The one report that fits, if it is one. */
  Optional<GradeReport> one(String label, List<GradeReport> found) {
    if (found.size() > 1) {
      String names = found.stream().map(GradeReport::submission).collect(Collectors.joining(", "));
      remarks.add(Messages.get("gradebook.several", label, names));
      used.addAll(found); // they are named there
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The reports of a kind. */
  List<GradeReport> all(Predicate<GradeReport> which) {
    return reports.stream().filter(which).toList();
  }

  /**
   * Whether a score goes into a gradebook, which is said where it is no plain grade: a fault of
   * ours never does, and what earned nothing without being graded only if the teacher wants zeros.
   */
  boolean isGrade(GradeReport report) {
    boolean isJudged = report.state() == SubmissionState.GRADED || !report.adjustments().isEmpty();
    boolean isWritten =
        isJudged
            || report.state() == SubmissionState.NOT_COMPILED
            || (options.writesZeros() && report.state() != SubmissionState.HARNESS_ERROR);
    if (!isJudged) {
      remarks.add(
          Messages.get(
              isWritten ? "gradebook.zero" : "gradebook.no-grade",
              report.submission(),
              report.state().id()));
    }
    return isWritten;
  }

  /** Says that a row has the report that is its own, whatever becomes of it. */
  void use(GradeReport report) {
    used.add(report);
  }

  /** What a teacher has written by hand is not replaced without a word. */
  void set(List<String> row, int column, GradeReport report, String max, String who) {
    if (report.score() > report.maxScore()) {
      remarks.add(Messages.get("gradebook.above", report.submission()));
    }
    String score = scale.of(report, max);
    String before = table.set(row, column, score);
    if (!before.isBlank() && !before.equals("-") && !isSameNumber(before, score)) {
      remarks.add(Messages.get("gradebook.replaced", who, before, score));
    }
  }

  private static boolean isSameNumber(String one, String other) {
    OptionalDouble number = Numbers.of(one);
    return number.isPresent() && number.equals(Numbers.of(other));
  }

  /** The file is no gradebook that can be filled in. */
  public static final class UnknownGradebookException extends UsageException {
    private static final long serialVersionUID = 1L;

    UnknownGradebookException(String key, Object... values) {
      super(key, values);
    }
  }
}
