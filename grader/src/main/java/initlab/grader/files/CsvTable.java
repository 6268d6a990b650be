package initlab.grader.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with commas or semicolons, of a platform or a teacher. What is not changed stays the
 * same bytes: rows, cells, their quotes, line ends, a mark at the beginning.
 */
public final class CsvTable {
  private static final String MARK = "\uFEFF";
  private static final int LINES_TO_TELL = 3;

  private final String mark;
  private final char delimiter;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final IdentityHashMap<List<String>, Map<Integer, String>> changed =
      new IdentityHashMap<>();

  private CsvTable(String mark, char delimiter) {
    this.mark = mark;
    this.delimiter = delimiter;
  }

  /**
   * Takes a file apart.
   *
   * @throws UncheckedIOException if its quotes make no sense
   */
  public static CsvTable parse(String export) throws IOException {
    String mark = export.startsWith(MARK) ? MARK : "";
    String text = export.substring(mark.length());
    CsvTable table = new CsvTable(mark, delimiter(text));
    List<Integer> starts = new ArrayList<>();
    try (CSVParser records = CSVParser.parse(text, format(table.delimiter))) {
      for (CSVRecord record : records) {
        table.rows.add(new ArrayList<>(record.toList()));
        starts.add((int) record.getCharacterPosition());
      }
    }
    starts.add(text.length());
    for (int i = 0; i < table.rows.size(); i++) {
      table.texts.add(text.substring(starts.get(i), starts.get(i + 1)));
    }
    return table;
  }

  private static CSVFormat format(char delimiter) {
    return CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
  }

  /** Titles have commas and semicolons too; rows of the same length tell which it is. */
  private static char delimiter(String text) throws IOException {
    return evenWidth(text, ';') > evenWidth(text, ',') ? ';' : ',';
  }

  /** How many cells each of the first rows has; 0 if they differ. */
  private static int evenWidth(String text, char delimiter) throws IOException {
    try (CSVParser records = CSVParser.parse(text, format(delimiter))) {
      List<Integer> widths =
          records.stream().limit(LINES_TO_TELL).map(CSVRecord::size).distinct().toList();
      return widths.size() == 1 ? widths.get(0) : 0;
    } catch (UncheckedIOException | IllegalStateException e) {
      return 0; // quotes that make no sense with it
    }
  }

  /** The first row; empty if there is none. */
  public List<String> header() {
    return rows.isEmpty() ? List.of() : rows.get(0);
  }

  /** The rows below the header. */
  public List<List<String>> rows() {
    return rows.subList(Math.min(1, rows.size()), rows.size());
  }

  /** Changes a cell and returns what was in it. */
  public String set(List<String> row, int column, String value) {
    changed.computeIfAbsent(row, unseen -> new TreeMap<>()).put(column, value);
    return row.set(column, value);
  }

  /** How many rows were changed. */
  public int changes() {
    return changed.size();
  }

  /** The file, with what was changed, in UTF-8. */
  public byte[] bytes() {
    StringBuilder out = new StringBuilder(mark);
    for (int i = 0; i < rows.size(); i++) {
      out.append(text(i, changed.getOrDefault(rows.get(i), Map.of())));
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The text of a row with some cells replaced. */
  private String text(int index, Map<Integer, String> cells) {
    String whole = texts.get(index);
    if (cells.isEmpty()) {
      return whole;
    }
    int end = whole.length() - lineEndOf(whole);
    List<String> raw = rawCells(whole.substring(0, end));
    List<String> row = rows.get(index);
    if (raw.size() != row.size()) { // quotes that this does not take as the library does
      raw = new ArrayList<>(row.stream().map(this::quoted).toList());
    }
    for (Map.Entry<Integer, String> cell : cells.entrySet()) {
      raw.set(cell.getKey(), quoted(cell.getValue()));
    }
    return String.join(String.valueOf(delimiter), raw) + whole.substring(end);
  }

  private static int lineEndOf(String text) {
    int length = 0;
    while (length < text.length() && "\r\n".indexOf(text.charAt(text.length() - 1 - length)) >= 0) {
      length++;
    }
    return length;
  }

  private List<String> rawCells(String row) {
    List<String> cells = new ArrayList<>();
    boolean isQuoted = false;
    int start = 0;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      isQuoted ^= c == '"';
      if (c == delimiter && !isQuoted) {
        cells.add(row.substring(start, i));
        start = i + 1;
      }
    }
    cells.add(row.substring(start));
    return cells;
  }

  private String quoted(String value) {
    boolean needsQuotes = value.chars().anyMatch(c -> c == delimiter || "\"\r\n".indexOf(c) >= 0);
    return needsQuotes ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }
}
