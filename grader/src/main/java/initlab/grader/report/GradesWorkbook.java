package initlab.grader.report;

import initlab.grader.files.ZipWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Tables of a class as a workbook for spreadsheet programs, which read names and numbers whole. */
public final class GradesWorkbook {
  private static final String ABOUT = "docProps/core.xml";

  private GradesWorkbook() {}

  /** The bytes of a workbook with a sheet for each table; the same tables give the same bytes. */
  public static byte[] of(Map<String, GradesTable> tables) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "InitLab", "1.0")) {
      for (Map.Entry<String, GradesTable> table : tables.entrySet()) {
        fill(workbook.newWorksheet(table.getKey()), table.getValue());
      }
    }
    return ZipWriter.bytes(withoutTimes(bytes.toByteArray()));
  }

  private static void fill(Worksheet sheet, GradesTable table) {
    for (int column = 0; column < table.header().size(); column++) {
      sheet.value(0, column, table.header().get(column));
    }
    for (int row = 0; row < table.rows().size(); row++) {
      for (int column = 0; column < table.header().size(); column++) {
        if (table.rows().get(row).get(column) instanceof Double points) {
          sheet.value(row + 1, column, points);
        } else {
          sheet.value(row + 1, column, table.rows().get(row).get(column).toString());
        }
      }
    }
    sheet.freezePane(1, 1);
  }

  /** The library writes down when a workbook was made. */
  private static List<ZipWriter.Entry> withoutTimes(byte[] workbook) throws IOException {
    List<ZipWriter.Entry> entries = new ArrayList<>();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        entries.add(
            ZipWriter.Entry.plain(
                entry.getName(), entry.getName().equals(ABOUT) ? timeless(content) : content));
      }
    }
    return entries;
  }

  private static byte[] timeless(byte[] about) {
    return new String(about, StandardCharsets.UTF_8)
        .replaceAll("<dcterms:created.*?</dcterms:created>", "")
        .getBytes(StandardCharsets.UTF_8);
  }
}
