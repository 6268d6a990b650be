package initlab.grader.rubric;

import initlab.grader.files.AtomicFile;
import initlab.grader.text.Text;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A teacher's table of adjustments, {@code adjustments.csv}: the columns {@code student}, {@code
 * exercise} (a number, or {@code total}), {@code points} (as they shall be, or with a sign: more or
 * fewer), {@code reason}, {@code by}.
 */
public final class Adjustments {
  /** Its name in a result folder. */
  public static final String FILE = "adjustments.csv";

  private static final List<String> COLUMNS =
      List.of("student", "exercise", "points", "reason", "by");
  private static final String TOTAL = "total";
  private static final double MOST = 1_000_000;

  private final List<Line> lines = new ArrayList<>();

  /** What stands for a sign where a spreadsheet program would take that away. */
  private static final Pattern SIGN = Pattern.compile("(?i)(plus|minus)\\s*");

  private final @Nullable Path file;

  private Adjustments(@Nullable Path file) {
    this.file = file;
  }

  private record Line(String place, String student, Adjustment adjustment) {
    boolean isSame(Line other) {
      return student.equals(other.student) && adjustment.equals(other.adjustment);
    }
  }

  /**
   * Reads a table.
   *
   * @param file in UTF-8; if it does not exist, there are no adjustments
   * @param exercises the numbers of the exercises that there are
   * @throws InvalidTableException if it cannot be understood; the message says where
   */
  public static Adjustments read(Path file, SortedSet<Integer> exercises) throws IOException {
    Adjustments adjustments = new Adjustments(file);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      TeacherTable table = TeacherTable.read(file, COLUMNS);
      for (TeacherTable.Row row : table.rows()) {
        adjustments.add(row, exercises);
      }
    }
    return adjustments;
  }

  /**
   * The adjustments of each submission.
   *
   * @param names what each submission may be called, by submission
   * @throws InvalidTableException if a line fits no submission, or several
   */
  public Map<String, List<Adjustment>> of(Map<String, Set<String>> names) {
    Map<String, List<Adjustment>> all = new LinkedHashMap<>();
    for (Line line : lines) {
      List<String> found =
          names.entrySet().stream()
              .filter(one -> one.getValue().contains(line.student()))
              .map(Map.Entry::getKey)
              .sorted()
              .toList();
      if (found.size() != 1) {
        throw new InvalidTableException(
            found.isEmpty() ? "adjust.nobody" : "adjust.several",
            line.place(),
            Text.clean(line.student()),
            Text.clean(String.join(", ", found)));
      }
      add(all.computeIfAbsent(found.get(0), unseen -> new ArrayList<>()), line);
    }
    return all;
  }

  /** The same for students who are called otherwise. */
  public Adjustments renamed(UnaryOperator<String> name) {
    Adjustments renamed = new Adjustments(null);
    for (Line line : lines) {
      renamed.lines.add(new Line(line.place(), name.apply(line.student()), line.adjustment()));
    }
    return renamed;
  }

  /**
   * Accepts adjustments that have all of some others: none is withdrawn without a word.
   *
   * @throws InvalidTableException if one of the others is lacking; the message names it
   */
  public void requireAll(Adjustments others) {
    for (Line other : others.lines) {
      if (lines.stream().noneMatch(other::isSame)) {
        throw new InvalidTableException(
            "adjust.withdrawn", other.place(), Text.clean(other.student()));
      }
    }
  }

  /** Keeps the table with the results that it changed, for those who grade or score them again. */
  public void keepIn(Path folder) throws IOException {
    Path kept = folder.resolve(FILE);
    boolean isThere = Files.exists(kept);
    if (isThere ? file != null && Files.isSameFile(kept, file) : lines.isEmpty()) {
      return; // as the teacher wrote it
    }
    AtomicFile.write(kept, csv());
  }

  private byte[] csv() throws IOException {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.DEFAULT)) {
      csv.printRecord(COLUMNS);
      for (Line line : lines) {
        Adjustment own = line.adjustment();
        String exercise = own.exercise() == 0 ? TOTAL : String.valueOf(own.exercise());
        csv.printRecord(line.student(), exercise, own.words(), own.reason(), own.by());
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void add(List<Adjustment> own, Line line) {
    Adjustment adjustment = line.adjustment();
    boolean isContradicted =
        own.stream()
            .anyMatch(
                other ->
                    other.exercise() == adjustment.exercise()
                        && (!other.isRelative() || !adjustment.isRelative()));
    if (isContradicted) {
      throw new InvalidTableException("adjust.twice", line.place(), Text.clean(line.student()));
    }
    own.add(adjustment);
  }

  private void add(TeacherTable.Row row, SortedSet<Integer> exercises) {
    String points =
        SIGN.matcher(row.get("points").replace('\u2212', '-'))
            .replaceFirst(sign -> sign.group(1).equalsIgnoreCase("plus") ? "+" : "-");
    boolean isRelative = points.startsWith("+") || points.startsWith("-");
    lines.add(
        new Line(
            row.place(),
            row.get("student"),
            new Adjustment(
                exercise(row, exercises),
                isRelative,
                points(row, points),
                Text.clean(row.get("reason")),
                Text.clean(row.get("by")))));
  }

  private static int exercise(TeacherTable.Row row, SortedSet<Integer> exercises) {
    String text = row.get("exercise");
    if (text.equalsIgnoreCase(TOTAL)) {
      return 0;
    }
    return exercises.stream()
        .filter(number -> text.equals(String.valueOf(number)))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidTableException(
                    "adjust.exercise-unknown", row.place(), Text.clean(text), exercises));
  }

  private static double points(TeacherTable.Row row, String text) {
    if (text.matches("[+-]?\\d{1,7}([.]\\d{1,4})?")) {
      double points = Double.parseDouble(text);
      if (Math.abs(points) <= MOST) {
        return points;
      }
    }
    throw new InvalidTableException("adjust.points", row.place(), Text.clean(text));
  }
}
