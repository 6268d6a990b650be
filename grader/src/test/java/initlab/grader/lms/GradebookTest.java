package initlab.grader.lms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.ReportKit;
import initlab.grader.grading.Scoring;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Identity;
import initlab.grader.intake.Identity.Kind;
import initlab.grader.intake.Identity.Person;
import initlab.grader.lab.WeightLab;
import initlab.grader.lms.Gradebook.Filled;
import initlab.grader.lms.Gradebook.Options;
import initlab.grader.lms.Gradebook.UnknownGradebookException;
import initlab.grader.rubric.Adjustment;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.Rubric;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradebookTest {
  private static final String CANVAS =
      """
      Student,ID,SIS Login ID,Section,Quiz (11),Lab 1 (98765),Final Score
          Points Possible,,,,10,50,(read only)
      "Lovelace, Ada",12345,ada,"CS2, 001",7,,80
      "O'Brien, Bob",77,bob,CS2,8,EX,70
      "Turing, Alan",66,alan,CS2,9,12.5,60
      "Hopper, Grace",55,grace,CS2,9,33,60
      "Student, Test",,,CS2,,,
      ,,,,,Manual Posting,
      """;

  @Test
  void ofACanvasGradebookOneColumnIsFilledInAndScaledAndAllElseStays() throws Exception {
    Filled filled =
        Gradebook.fill(
            CANVAS,
            new Options("Lab 1", true, false),
            List.of(
                report("a", "lovelaceada", "12345", 84.5),
                report("b", "obrienbob", "77", 100),
                report("c", "Alan Turing", "", 10),
                report("d", "Hopper, Grace", "", 90)));
    assertEquals(
        CANVAS
            .replace("\"CS2, 001\",7,,80", "\"CS2, 001\",7,42.25,80")
            .replace("9,12.5,60", "9,5,60")
            .replace("9,33,60", "9,45,60"),
        text(filled));
    assertEquals(3, filled.count());
    assertEquals(
        List.of(
            "row O'Brien, Bob is excused",
            "row Turing, Alan had 12.5; it has 5 now",
            "row Hopper, Grace had 33; it has 45 now",
            "no submission for row Student, Test",
            "scores of 100 points are scaled to the column's 50"),
        filled.remarks());
  }

  @Test
  void theColumnMustBeNamedWhereThereAreSeveral() {
    var e =
        assertThrows(
            UnknownGradebookException.class,
            () -> Gradebook.fill(CANVAS, new Options(null, true, false), List.of()));
    assertTrue(String.valueOf(e.getMessage()).contains("[Quiz (11), Lab 1 (98765)]"));
    assertThrows(
        UnknownGradebookException.class,
        () -> Gradebook.fill(CANVAS, new Options("Lab", true, false), List.of()));
  }

  @Test
  void ofAMoodleWorksheetGradeAndCommentAreFilledInAndLockedRowsAreNamed() throws Exception {
    String sheet =
        "\uFEFFIdentifier,Full name,Grade,Maximum Grade,Grade can be changed,"
            + "Last modified (grade),Feedback comments\r\n"
            + "Participant 101,Ada Lovelace,,10.00,Yes,-,\r\n"
            + "Participant 102,Bob,3.00,10.00,No,-,old\r\n"
            + "Participant 103,Carol,,10.00,Yes,-,\r\n";
    Filled filled =
        Gradebook.fill(
            sheet,
            new Options(null, true, false),
            List.of(moodle("a", "Ada Lovelace", "101", 84.5), moodle("b", "Bob", "102", 50)));
    assertEquals(
        sheet.replace(
            "Lovelace,,10.00,Yes,-,",
            "Lovelace,8.45,10.00,Yes,-,InitLab: 1 &lt; 2 &amp; more<br>line<br>– InitLab"),
        text(filled));
    assertEquals(
        List.of(
            "row Participant 102 Bob is locked",
            "no submission for row Participant 103 Carol",
            "scores of 100 points are scaled to the column's 10.00"),
        filled.remarks());
  }

  @Test
  void aTeachersCommentStaysAndOursIsReplaced() throws Exception {
    String sheet =
        """
        Identifier,Full name,Grade,Last modified (grade),Feedback comments
        Participant 101,Ada,,-,Please see me
        ,Total,,,
        """;
    List<GradeReport> reports =
        List.of(moodle("a", "Ada", "101", 84.5), moodle("b", "Nobody's", "", 55));
    String once = text(Gradebook.fill(sheet, new Options(null, true, false), reports));
    assertTrue(once.contains("Please see me<br><br>InitLab: 1 &lt; 2"), once);
    assertTrue(once.endsWith(",Total,,,\n"), "a row without an id is nobody's");
    assertEquals(once, text(Gradebook.fill(once, new Options(null, true, false), reports)));
  }

  @Test
  void aNameThatTwoRowsHaveIsAQuestion() throws Exception {
    String sheet =
        """
        Student,ID,SIS Login ID,Section,"Lab 1; init (5)"
        "Zhang, Wei",11,a,S,
        "Zhang, Wei",12,b,S,
        """;
    Filled filled =
        Gradebook.fill(
            sheet, new Options(null, true, false), List.of(report("a", "zhangwei", "", 90)));
    assertEquals(sheet, text(filled));
    assertTrue(filled.remarks().toString().contains("several rows are called Zhang, Wei"));
  }

  @Test
  void whatIsNoGradeIsNotFilledIn() throws Exception {
    Filled filled =
        Gradebook.fill(
            CANVAS,
            new Options("Lab 1", true, false),
            List.of(
                report(
                    "a",
                    "lovelaceada",
                    Kind.CANVAS_USER,
                    "12345",
                    SubmissionState.HARNESS_ERROR,
                    0)));
    assertEquals(CANVAS, text(filled));
    assertTrue(filled.remarks().contains("submission a is harness_error: its row was left alone"));
  }

  @Test
  void whatWasNotGradedIsNamedWithWhatIsWrittenForIt() throws Exception {
    List<GradeReport> reports =
        List.of(
            ungraded("a", "12345", SubmissionState.REJECTED),
            ungraded("b", "66", SubmissionState.NOT_COMPILED),
            ungraded("c", "55", SubmissionState.MISSING));
    Filled filled = Gradebook.fill(CANVAS, new Options("Lab 1", true, false), reports);
    assertEquals(CANVAS.replace("9,12.5,60", "9,0,60"), text(filled));
    assertTrue(filled.remarks().contains("submission a is rejected: its row was left alone"));
    assertTrue(filled.remarks().contains("submission b is not_compiled: its score was written"));
    assertTrue(filled.remarks().contains("submission c is missing: its row was left alone"));
    Filled zeros = Gradebook.fill(CANVAS, new Options("Lab 1", true, true), reports);
    assertEquals(
        CANVAS
            .replace("001\",7,,80", "001\",7,0,80")
            .replace("9,12.5,60", "9,0,60")
            .replace("9,33,60", "9,0,60"),
        text(zeros));
    assertTrue(zeros.remarks().contains("submission c is missing: its score was written"));
    GradeReport adjusted =
        Scoring.score(
            Rubric.standard(new WeightLab()),
            ungraded("a", "12345", SubmissionState.REJECTED)
                .adjusted(List.of(new Adjustment(0, false, 60, "I have read it", "X"))));
    Filled word = Gradebook.fill(CANVAS, new Options("Lab 1", true, false), List.of(adjusted));
    assertEquals(CANVAS.replace("001\",7,,80", "001\",7,30,80"), text(word));
  }

  private static GradeReport ungraded(String name, String id, SubmissionState state) {
    List<CheckResult> checks =
        Rubric.standard(new WeightLab()).checks().stream()
            .map(
                item ->
                    new CheckResult(
                        item.id(),
                        1,
                        item.title(),
                        CheckState.NOT_RUN,
                        0,
                        item.points(),
                        false,
                        item.visibility(),
                        "",
                        null))
            .toList();
    Identity who =
        new Identity(name, List.of(new Person("", List.of(new Identity.Id(Kind.CANVAS_USER, id)))));
    return ReportKit.of(name, who, state, 0, "", checks);
  }

  @Test
  void twoSubmissionsForOneRowAreAQuestion() throws Exception {
    Filled filled =
        Gradebook.fill(
            CANVAS,
            new Options("Lab 1", true, false),
            List.of(
                report("a", "lovelaceada", "12345", 1), report("b", "lovelaceada", "12345", 2)));
    assertEquals(CANVAS, text(filled));
    assertTrue(filled.remarks().get(0).contains("more than one"), filled.remarks()::toString);
  }

  @Test
  void aRowWithTooFewCellsIsNamedAndLeftAlone() throws Exception {
    String broken = CANVAS + "Short,1\n";
    Filled filled =
        Gradebook.fill(
            broken,
            new Options("Lab 1", true, false),
            List.of(report("a", "lovelaceada", "12345", 1)));
    assertTrue(text(filled).endsWith("Short,1\n"));
    assertTrue(filled.remarks().contains("a row has too few cells: Short,1"));
  }

  @Test
  void anotherFileIsRefused() {
    assertThrows(
        UnknownGradebookException.class,
        () -> Gradebook.fill("a,b\n1,2\n", new Options(null, true, false), List.of()));
    assertThrows(
        UnknownGradebookException.class,
        () -> Gradebook.fill("", new Options(null, true, false), List.of()));
  }

  private static String text(Filled filled) {
    return new String(filled.bytes(), StandardCharsets.UTF_8);
  }

  private static GradeReport report(String name, String student, String id, double score) {
    return report(name, student, Kind.CANVAS_USER, id, SubmissionState.GRADED, score);
  }

  private static GradeReport moodle(String name, String student, String id, double score) {
    return report(name, student, Kind.MOODLE, id, SubmissionState.GRADED, score);
  }

  static GradeReport report(
      String name, String student, Kind kind, String id, SubmissionState state, double score) {
    Identity who =
        id.isEmpty()
            ? Identity.named(student)
            : new Identity(
                student, List.of(new Person(student, List.of(new Identity.Id(kind, id)))));
    return ReportKit.of(name, who, state, score, "1 < 2 & more\nline", List.of());
  }
}
