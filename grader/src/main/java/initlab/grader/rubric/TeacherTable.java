package initlab.grader.rubric;

import initlab.grader.files.CsvTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table that a teacher wrote about students, in whatever dialect their program saves it. */
final class TeacherTable {
  private static final String STUDENT = "student";

  private final List<Row> rows = new ArrayList<>();

  private TeacherTable() {}

  /**
   * Reads a table.
   *
   * @param file in UTF-8; its first line names the columns, in any order, with others among them
   * @param columns those that must be there; {@code student} may be empty in no row
   * @throws InvalidTableException if it is none; the message says where and what to do
   */
  static TeacherTable read(Path file, List<String> columns) throws IOException {
    try {
      return read(CsvTable.parse(Files.readString(file)), file, columns);
    } catch (UncheckedIOException | CharacterCodingException | IllegalStateException e) {
      throw new InvalidTableException(
          "table.unreadable", file.toString(), String.valueOf(e.getMessage()));
    }
  }

  private static TeacherTable read(CsvTable table, Path file, List<String> columns) {
    List<String> header =
        table.header().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    if (!header.containsAll(columns)) {
      throw new InvalidTableException("rubric.columns", file + ":1", columns);
    }
    TeacherTable read = new TeacherTable();
    int line = 1;
    for (List<String> cells : table.rows()) {
      line++;
      if (cells.stream().allMatch(String::isBlank)) {
        continue;
      }
      String place = file + ":" + line;
      if (cells.size() != header.size()) {
        throw new InvalidTableException("rubric.columns", place, columns);
      }
      Row row = new Row(place, header, cells);
      if (row.get(STUDENT).isEmpty()) {
        throw new InvalidTableException("table.no-student", place);
      }
      read.rows.add(row);
    }
    return read;
  }

  /** The rows below the header that are not empty. */
  List<Row> rows() {
    return rows;
  }

  /**
   * A row.
   *
   * @param place the file and the number of the record, for messages
   */
  record Row(String place, List<String> header, List<String> cells) {
    /** A cell, composed (NFC) and without the spaces around it. */
    String get(String column) {
      String cell = cells.get(header.indexOf(column)).strip();
      return Normalizer.normalize(cell, Normalizer.Form.NFC);
    }
  }
}
