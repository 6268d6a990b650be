package initlab.grader.rubric;

import initlab.grader.text.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads an instructor's table of students and times: extensions, or when they handed in. */
public final class StudentTimes {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setIgnoreSurroundingSpaces(true)
          .get();

  private StudentTimes() {}

  /**
   * The times by student.
   *
   * @param file a CSV file in UTF-8 whose first line has the columns student and {@code column}
   * @throws InvalidTimesException if it is none; the message says where and what to do
   */
  public static Map<String, Instant> read(Path file, String column) throws IOException {
    try (CSVParser rows = CSVParser.parse(Files.readString(file).replace("\uFEFF", ""), FORMAT)) {
      if (!rows.getHeaderNames().containsAll(List.of("student", column))) {
        throw new InvalidTimesException("rubric.columns", file + ":1", List.of("student", column));
      }
      Map<String, Instant> times = new TreeMap<>();
      for (CSVRecord row : rows) {
        add(times, row, column, file + ":" + (row.getRecordNumber() + 1));
      }
      return Collections.unmodifiableMap(times);
    } catch (UncheckedIOException | CharacterCodingException | IllegalArgumentException e) {
      throw new InvalidTimesException(
          "table.unreadable", file.toString(), String.valueOf(e.getMessage()));
    }
  }

  private static void add(Map<String, Instant> times, CSVRecord row, String column, String place) {
    if (!row.isConsistent()) {
      throw new InvalidTimesException("rubric.columns", place, List.of("student", column));
    }
    String student = row.get("student");
    if (student.isEmpty()) {
      throw new InvalidTimesException("table.no-student", place);
    }
    if (times.put(student, time(row.get(column), place)) != null) {
      throw new InvalidTimesException("rubric.twice", place, student);
    }
  }

  private static Instant time(String text, String place) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidTimesException("rubric.time", place, text);
    }
  }

  /** A table that cannot be used. */
  public static final class InvalidTimesException extends UsageException {
    private static final long serialVersionUID = 1L;

    InvalidTimesException(String key, String place, Object... values) {
      super(new Place(place), key, values);
    }
  }
}
