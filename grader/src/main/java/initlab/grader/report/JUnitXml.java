package initlab.grader.report;

import initlab.grader.grading.GradeReport;
import initlab.grader.rubric.CheckResult;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A submission's checks as the report of a test run, valid under Surefire's schema 3.0.2. */
public final class JUnitXml {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private JUnitXml() throws XMLStreamException {
    xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
  }

  /** The bytes of the file. */
  public static byte[] of(GradeReport report) throws IOException {
    try {
      JUnitXml writer = new JUnitXml();
      writer.write(report);
      return writer.text.toString().getBytes(StandardCharsets.UTF_8);
    } catch (XMLStreamException e) {
      throw new IOException("the JUnit report cannot be written", e);
    }
  }

  private void write(GradeReport report) throws XMLStreamException {
    List<CheckResult> checks = report.checks();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    attribute("name", className(report));
    attribute("time", "0.000");
    attribute("tests", String.valueOf(checks.size()));
    attribute("errors", count(checks, "error"));
    attribute("skipped", count(checks, "skipped"));
    attribute("failures", count(checks, "failure"));
    for (CheckResult check : checks) {
      xml.writeCharacters("\n  ");
      write(report, check);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndDocument();
    xml.close();
  }

  private static String count(List<CheckResult> checks, String kind) {
    return String.valueOf(checks.stream().filter(check -> kind(check).equals(kind)).count());
  }

  private void write(GradeReport report, CheckResult check) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("name", check.id() + ": " + check.title());
    attribute("classname", className(report));
    attribute("time", "0.000");
    String kind = kind(check);
    if (!kind.isEmpty()) {
      xml.writeStartElement(kind);
      String message = check.message().isEmpty() ? report.message() : check.message();
      attribute("message", message.lines().findFirst().orElse(""));
      if (!kind.equals("skipped")) {
        attribute("type", check.state().id());
        xml.writeCharacters(legal(message));
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  /** Readers take what stands before the last dot for a package. */
  private static String className(GradeReport report) {
    return "submissions." + report.submission().replace('.', '_');
  }

  private static String kind(CheckResult check) {
    return switch (check.state()) {
      case PASSED -> "";
      case FAILED -> "failure";
      case ERROR, TIMEOUT, NOT_RUN -> "error";
      case BLOCKED -> "skipped";
    };
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, legal(value));
  }

  /** XML has no place for some characters, not even escaped. */
  private static String legal(String text) {
    return text.codePoints()
        .map(c -> isLegal(c) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isLegal(int c) {
    boolean isSurrogate = c >= 0xD800 && c <= 0xDFFF;
    boolean isNone = c == 0xFFFE || c == 0xFFFF;
    return c == '\t' || c == '\n' || (c >= ' ' && !isSurrogate && !isNone);
  }
}
