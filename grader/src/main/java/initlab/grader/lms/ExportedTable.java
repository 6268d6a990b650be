package initlab.grader.lms;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** A platform's CSV file, of which the rows that are not changed stay the same bytes. */
final class ExportedTable {
  private static final String MARK = "\uFEFF";

  private final boolean hasMark;
  private final CSVFormat format;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final Set<List<String>> changed = Collections.newSetFromMap(new IdentityHashMap<>());

  private ExportedTable(boolean hasMark, CSVFormat format) {
    this.hasMark = hasMark;
    this.format = format;
  }

  static ExportedTable parse(String export) throws IOException {
    boolean hasMark = export.startsWith(MARK);
    String text = hasMark ? export.substring(1) : export;
    String first = text.lines().findFirst().orElse("");
    char delimiter = count(first, ';') > count(first, ',') ? ';' : ',';
    String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setRecordSeparator(lineEnd).get();
    ExportedTable table = new ExportedTable(hasMark, format);
    List<Integer> starts = new ArrayList<>();
    try (CSVParser records = CSVParser.parse(text, format)) {
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

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /** The first row; empty if there is none. */
  List<String> header() {
    return rows.isEmpty() ? List.of() : rows.get(0);
  }

  /** The rows below the header. */
  List<List<String>> rows() {
    return rows.subList(Math.min(1, rows.size()), rows.size());
  }

  /** Changes a cell and returns what was in it. */
  String set(List<String> row, int column, String value) {
    changed.add(row);
    return row.set(column, value);
  }

  /** How many rows were changed. */
  int changes() {
    return changed.size();
  }

  byte[] bytes() throws IOException {
    StringWriter out = new StringWriter();
    out.append(hasMark ? MARK : "");
    try (CSVPrinter printer = new CSVPrinter(out, format)) {
      for (int i = 0; i < rows.size(); i++) {
        if (changed.contains(rows.get(i))) {
          printer.printRecord(rows.get(i));
        } else {
          out.append(texts.get(i));
        }
      }
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
