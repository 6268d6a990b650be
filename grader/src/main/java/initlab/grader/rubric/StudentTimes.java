package initlab.grader.rubric;

import initlab.grader.rubric.TeacherTable.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads an instructor's table of students and times: extensions, or when they handed in. */
public final class StudentTimes {
  private StudentTimes() {}

  /**
   * The times by student.
   *
   * @param file a CSV file whose first line has the columns student and {@code column}
   * @throws InvalidTableException if it is none; the message says where
   */
  public static Map<String, Instant> read(Path file, String column) throws IOException {
    Map<String, Instant> times = new TreeMap<>();
    for (Row row : TeacherTable.read(file, List.of("student", column)).rows()) {
      if (times.put(row.get("student"), time(row, column)) != null) {
        throw new InvalidTableException("rubric.twice", row.place(), row.get("student"));
      }
    }
    return Collections.unmodifiableMap(times);
  }

  private static Instant time(Row row, String column) {
    try {
      return OffsetDateTime.parse(row.get(column)).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidTableException("rubric.time", row.place(), row.get(column));
    }
  }
}
