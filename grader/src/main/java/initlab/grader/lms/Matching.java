package initlab.grader.lms;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Identity.Person;
import initlab.grader.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds which report each row of a list of students is about, and says what was not found. */
final class Matching {
  private final List<GradeReport> reports;
  private final Supplier<List<Row>> source;
  private final boolean writesZeros;
  private final Set<GradeReport> used = new LinkedHashSet<>();
  private final List<String> remarks = new ArrayList<>();
  private @Nullable List<Row> rows;

  /**
   * Nothing is found yet.
   *
   * @param source all rows of the list; asked once, when the first is looked for
   * @param writesZeros whether what was rejected or is missing gets a 0
   */
  Matching(List<GradeReport> reports, Supplier<List<Row>> source, boolean writesZeros) {
    this.reports = reports;
    this.source = source;
    this.writesZeros = writesZeros;
  }

  private List<Row> rows() {
    List<Row> known = rows == null ? source.get() : rows;
    rows = known;
    return known;
  }

  /** What was not found, and what else a teacher should know, a sentence each; may be added to. */
  List<String> remarks() {
    return remarks;
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
    return rows().stream()
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
    long same = rows().stream().filter(other -> Names.areSame(other.name(), row.name())).count();
    if (same > 1 && !theirs.isEmpty()) {
      remarks.add(Messages.get("gradebook.several-rows", row.name()));
      return Optional.empty();
    }
    return one(row.label(), theirs);
  }

  /** A group's report is that of several rows. */
  private boolean isFree(GradeReport report) {
    return !used.contains(report) || report.submitted().who().people().size() > 1;
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
            || (writesZeros && report.state() != SubmissionState.HARNESS_ERROR);
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

  /** Names the reports that no row has. */
  void tellUnused() {
    for (GradeReport report : reports) {
      if (!used.contains(report)) {
        remarks.add(Messages.get("gradebook.no-row", report.submission(), report.student()));
      }
    }
  }
}
