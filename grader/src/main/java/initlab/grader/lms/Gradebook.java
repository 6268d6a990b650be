package initlab.grader.lms;

import initlab.grader.files.CsvTable;
import initlab.grader.grading.GradeReport;
import initlab.grader.lms.Row.Column;
import initlab.grader.text.Messages;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Fills scores into a file that a platform exported, for it to import again. */
public abstract sealed class Gradebook permits CanvasGradebook, MoodleWorksheet {
  /** The table to fill. */
  final CsvTable table;

  /** Whose score goes where. */
  final Matching matching;

  /** What was not filled in, one sentence each. */
  final List<String> remarks;

  private final Scale scale;

  Gradebook(CsvTable table, List<GradeReport> reports, Options options) {
    this.table = table;
    this.matching = new Matching(reports, this::allRows, options.writesZeros());
    this.remarks = matching.remarks();
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
    matching.tellUnused();
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

  private List<Row> allRows() {
    return table.rows().stream()
        .filter(cells -> cells.size() >= table.header().size())
        .map(this::row)
        .toList();
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
