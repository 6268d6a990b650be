package initlab.grader.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.ReportKit;
import initlab.grader.intake.Identity;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.Visibility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A spreadsheet program finds names as texts, points as numbers, and no formula. */
class GradesWorkbookTest {
  private static final List<GradeReport> REPORTS =
      List.of(
          ReportKit.graded("=cmd()", Identity.named("李明 Müller"), 84.5, "", List.of(check(7.5))),
          ReportKit.graded("0012", Identity.named("0012"), 0, "", List.of(check(0))));

  @Test
  void namesAreTextsAndPointsAreNumbers() throws Exception {
    byte[] workbook = workbook();
    NodeList cells = xml(workbook, "xl/worksheets/sheet1.xml").getElementsByTagName("c");
    String texts = xml(workbook, "xl/sharedStrings.xml").getDocumentElement().getTextContent();
    for (String name : List.of("=cmd()", "李明 Müller", "0012")) {
      assertTrue(texts.contains(name), texts);
    }
    assertEquals("s", cell(cells, "A2").getAttribute("t"), "a text that looks like a formula");
    assertEquals("s", cell(cells, "A3").getAttribute("t"), "a text that looks like a number");
    assertEquals("84.5", cell(cells, "D2").getTextContent());
    NodeList checks = xml(workbook, "xl/worksheets/sheet2.xml").getElementsByTagName("c");
    assertEquals("7.5", cell(checks, "D2").getTextContent());
    assertEquals(
        0, xml(workbook, "xl/worksheets/sheet1.xml").getElementsByTagName("f").getLength());
  }

  @Test
  void theSameTablesGiveTheSameBytes() throws IOException {
    assertArrayEquals(workbook(), workbook());
  }

  @Test
  void theTableOfChecksHasAColumnForEach() throws IOException {
    assertEquals(
        """
        submission,student,state,he.result
        '=cmd(),李明 Müller,graded,7.5
        0012,0012,graded,0
        """,
        new String(GradesTable.checks(REPORTS).csv(), StandardCharsets.UTF_8));
  }

  private static byte[] workbook() throws IOException {
    Map<String, GradesTable> tables = new LinkedHashMap<>();
    tables.put("grades", GradesTable.grades(REPORTS, List.of()));
    tables.put("checks", GradesTable.checks(REPORTS));
    return GradesWorkbook.of(tables);
  }

  private static CheckResult check(double points) {
    return new CheckResult(
        "he.result", 3, "map", CheckState.PASSED, points, 7.5, false, Visibility.VISIBLE, "", null);
  }

  private static Element cell(NodeList cells, String place) {
    for (int i = 0; i < cells.getLength(); i++) {
      if (cells.item(i) instanceof Element cell && cell.getAttribute("r").equals(place)) {
        return cell;
      }
    }
    throw new AssertionError("there is no cell " + place);
  }

  private static Document xml(byte[] workbook, String name) throws Exception {
    byte[] text = text(workbook, name).getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text));
  }

  private static String text(byte[] workbook, String name) throws IOException {
    try (ZipFile zip =
            ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get();
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
