package initlab.grader.lms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.ReportKit;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Identity;
import initlab.grader.intake.Identity.Kind;
import initlab.grader.intake.Identity.Person;
import initlab.grader.lms.Gradebook.Filled;
import initlab.grader.lms.Gradebook.Options;
import initlab.grader.lms.Gradebook.UnknownGradebookException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose row a score goes into, and in which form. */
class GradebookIdentityTest {
  private static final List<GradeReport> TWO =
      List.of(report("Ada Lovelace", "501", 100), report("Bo Hopper", "502", 84.5));
  private static final String CANVAS =
      """
      Student,ID,SIS User ID,SIS Login ID,Section,Lab 1 (98765),Final Score
          Points Possible,,,,,100.00,(read only)
      "Lovelace, Ada",501,s1001,lovelaceada,S1,,
      "Hopper, Bo",502,s1002,hopperbo,S1,,
      """;

  @Test
  void aNumberThatIsSomebodyElsesElsewhereIsNobodysHere() throws Exception {
    String canvas =
        CANVAS.replace("501,s1001", "9001,501").replace("502,s1002", "9002,502")
            + "\"Zed, Zoe\",501,700,zedzoe,S1,,\n";
    List<GradeReport> sameIds =
        List.of(
            report("Ada Lovelace", Kind.STUDENT_ID, "501", 100),
            report("Bo Hopper", Kind.STUDENT_ID, "502", 84.5));
    assertEquals(
        canvas.replace("ada,S1,,", "ada,S1,100,").replace("bo,S1,,", "bo,S1,84.5,"),
        text(fill(canvas, sameIds)));
    Filled filled = fill(canvas, TWO);
    assertEquals(canvas, text(filled), "of that kind, the numbers are Zed's and nobody's");
    assertTrue(
        filled.remarks().toString().contains("row Zed, Zoe is Zed, Zoe"),
        filled.remarks()::toString);
    String moodle =
        """
        Identifier,Full name,Grade,Maximum grade
        Participant 501,Zoe Zed,,100.00
        """;
    List<GradeReport> ofMoodle = List.of(report("Ada Lovelace", Kind.MOODLE, "501", 100));
    assertEquals(moodle, text(fill(moodle, ofMoodle)));
    assertEquals(moodle, text(fill(moodle, TWO)));
  }

  /** A team's number is that of its group, and may be a participant's too. */
  @Test
  void aTeamsScoreIsThatOfItsMembersAndOfNobodyElse() throws Exception {
    String sheet =
        """
        Identifier,Full name,Group,Grade,Maximum grade
        Participant 371,Zed Other,Group C,,100.00
        Participant 9001,Ann Ode,Group A,,100.00
        Participant 9002,Ben Ode,Group A,,100.00
        """;
    Filled filled = fill(sheet, List.of(report("Group A", Kind.MOODLE, "371", 90)));
    assertEquals(sheet.replace("Group A,,", "Group A,90,"), text(filled));
    assertEquals(2, filled.count());
  }

  /** A tutor's group that is called like a student is no team that handed in. */
  @Test
  void aGroupThatIsCalledLikeAStudentGetsNothingOfThem() throws Exception {
    String sheet =
        """
        Identifier,Full name,Group,Grade,Maximum grade
        Participant 502,Bo Hopper,Bo Hopper,,100.00
        Participant 612,Someone Else,Bo Hopper,,100.00
        """;
    Filled filled = fill(sheet, List.of(report("Bo Hopper", Kind.MOODLE, "502", 90)));
    assertEquals(
        sheet.replace("502,Bo Hopper,Bo Hopper,,", "502,Bo Hopper,Bo Hopper,90,"), text(filled));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "501,s,l | CANVAS_USER | 501 | true",
        "501,s,l | MOODLE | 501 | true", // another platform's number says nothing: by name
        "7,501,l | STUDENT_ID | 501 | true",
        "7,s,501 | STUDENT_ID | 501 | true",
        "7,s,l | STUDENT_ID | 501 | false", // the column for such ids has another
        "7,,501 | STUDENT_ID | 501 | true",
        "7,s,a@b.org | EMAIL | A@b.org | true",
        "7,s,lovelaceada | EMAIL | a@b.org | true",
        "7,s,l | CANVAS_USER | 501 | false" // another user of that name
      })
  void aRowIsFoundByAnIdOfTheSameKindAndElseByItsName(
      String ids, Kind kind, String id, boolean isFound) throws Exception {
    String row = "\"Lovelace, Ada\"," + ids + ",S1,,\n";
    String head = CANVAS.substring(0, CANVAS.indexOf("\"Lovelace"));
    Filled filled = fill(head + row, List.of(report("adalovelace", kind, id, 70)));
    assertEquals(head + (isFound ? row.replace("S1,,", "S1,70,") : row), text(filled));
  }

  @ParameterizedTest
  @CsvSource({"lovelaceada,true", "S1001,true", "501,false", "Ada,false"})
  void aFolderCanBeCalledByALoginOrTheUniversitysIdAndNotByCanvasOwn(String name, boolean isFound)
      throws Exception {
    Filled filled = fill(CANVAS, List.of(report(name, Kind.EMAIL, "", 70)));
    assertEquals(isFound ? CANVAS.replace("ada,S1,,", "ada,S1,70,") : CANVAS, text(filled));
  }

  @Test
  void aGroupsScoreIsThatOfEachMemberWhomTheTableHas() throws Exception {
    Identity team =
        new Identity(
            "Ada Lovelace; Bo Hopper",
            List.of(
                new Person("Ada Lovelace", List.of(new Identity.Id(Kind.STUDENT_ID, "s1001"))),
                new Person("Bo Hopper", List.of())));
    GradeReport report = ReportKit.graded("submission_1", team, 90, "", List.of());
    Filled filled = fill(CANVAS, List.of(report));
    assertEquals(
        CANVAS.replace("ada,S1,,", "ada,S1,90,").replace("bo,S1,,", "bo,S1,90,"), text(filled));
    assertEquals(List.of(), filled.remarks());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lovelace, Ada | lovelaceada | true",
        "Ada Lovelace | Lovelace, Ada | true",
        "Łukasz Müller | müllerłukasz | true",
        "Anne-Marie O'Brien | obrienannemarie | true",
        "José García | garcajos | true", // a platform that drops what is not ASCII
        "李 明 | 李明 | true",
        "Ada Lovelace | Ada Byron | false",
        "Li Na | Li Nan | false",
        "王 Wei | 李 Wei | false",
        "Zoe Zed | Ada Lovelace | false"
      })
  void namesAgreeInAnyOrder(String one, String other, boolean agree) {
    assertEquals(agree, Names.canBeSame(one, other));
    assertEquals(agree, Names.canBeSame(other, one));
  }

  /** Where nothing but the name says whose it is, half a name is not enough. */
  @Test
  void byItsNameAloneARowIsFoundByTheWholeName() throws Exception {
    String book = CANVAS + "\"王, Wei\",503,s3,w,S1,,\n";
    assertEquals(book, text(fill(book, List.of(report("wei", "", 70)))));
  }

  @Test
  void aQuoteInTheMiddleOfACellIsNoCellMore() throws Exception {
    String book = CANVAS.replace("hopperbo,S1", "hopperbo,5\" pipe,c");
    String row = text(fill(book.replace("Section,", "Section,More,"), TWO));
    assertTrue(row.contains("84.5"), row);
  }

  @Test
  void aColumnOfNoPointsIsRefusedUnlessPointsAreWanted() throws Exception {
    String zero = CANVAS.replace("100.00,(read", "0.00,(read");
    assertThrows(UnknownGradebookException.class, () -> fill(zero, TWO));
    assertTrue(
        text(Gradebook.fill(zero, new Options(null, false, false), TWO))
            .contains("hopperbo,S1,84.5,"));
  }

  @Test
  void aColumnThatCanvasWillNotReadIsRefused() {
    String locked = CANVAS.replace(",100.00,(read", ",(read only),(read");
    assertThrows(UnknownGradebookException.class, () -> fill(locked, TWO));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"\"1,000.00\" | 845", "\"1,000\" | 845", "50.0 | 42.25"})
  void pointsPossibleAreReadAsCanvasWritesThem(String possible, String score) throws Exception {
    String book = CANVAS.replace("100.00,(read", possible + ",(read");
    assertTrue(text(fill(book, TWO)).contains("hopperbo,S1," + score + ","));
  }

  @Test
  void semicolonsAndCommasAreThoseOfTheFile() throws Exception {
    String book =
        """
        \uFEFFStudent;ID;SIS Login ID;Section;Lab 1: zeros, random, He, plotted (98765);Final Score
            Points Possible;;;;50,00;(read only)
        Lovelace, Ada;501;lovelaceada;S1;50,00;
        Hopper, Bo;502;hopperbo;S1;;
        """;
    Filled filled = fill(book, TWO);
    assertTrue(text(filled).contains("Hopper, Bo;502;hopperbo;S1;42,25;"), text(filled));
    assertEquals(1, filled.remarks().size(), "only that it is scaled: " + filled.remarks());
  }

  @Test
  void namesInTwoColumnsLineEndsOfAMacAndQuotesStay() throws Exception {
    String book =
        """
        LastName,FirstName,ID,"Section",Lab 1 (98765)
            Points Possible,,,,100.00
        Lovelace,Ada,501,"S1",
        "Hopper",Bo,502,S1,N/A
        """
            .replace('\n', '\r');
    Filled filled = fill(book, TWO);
    assertEquals(book.replace("\"S1\",\r", "\"S1\",100\r"), text(filled));
    assertTrue(filled.remarks().get(0).contains("Hopper, Bo does not have the assignment"));
  }

  @Test
  void aScaleIsNotFilledWithNumbers() throws Exception {
    String sheet =
        """
        Identifier,Full name,Grade,Scale
        Participant 502,Bo Hopper,Pass,"Fail, Pass, Distinction"
        """;
    Filled filled = fill(sheet, List.of(report("Bo Hopper", Kind.MOODLE, "502", 84.5)));
    assertEquals(sheet, text(filled));
    assertTrue(filled.remarks().get(0).contains("Fail, Pass, Distinction"));
  }

  @Test
  void whatATeacherWroteBehindOursStays() {
    String before = "<p>InitLab: 90 of 100</p><p>See me on Monday.</p>";
    assertEquals(
        "<p>InitLab: 100 of 100<br>– InitLab</p><p>See me on Monday.</p>",
        MoodleComment.of(before, "100 of 100"));
    String once = MoodleComment.of("", "a\n\nb") + "<br>And mine.";
    assertEquals("InitLab: c<br>– InitLab<br>And mine.", MoodleComment.of(once, "c"));
  }

  private static Filled fill(String book, List<GradeReport> reports) throws Exception {
    return Gradebook.fill(book, new Options(null, true, false), reports);
  }

  private static String text(Filled filled) {
    return new String(filled.bytes(), StandardCharsets.UTF_8);
  }

  private static GradeReport report(String student, String id, double score) {
    return report(student, Kind.CANVAS_USER, id, score);
  }

  private static GradeReport report(String student, Kind kind, String id, double score) {
    return GradebookTest.report(student, student, kind, id, SubmissionState.GRADED, score);
  }
}
