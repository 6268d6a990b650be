package initlab.grader.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.ReportKit;
import initlab.grader.intake.Identity;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.Visibility;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedbackTest {
  private static final String PRINTED = "asked for [7, 11] and 271828";

  @Test
  void whatWasPrintedIsShownWhereAllChecksAre() {
    assertEquals(PRINTED, Feedback.printed(report(Visibility.VISIBLE)));
  }

  /** The code may have printed what it was asked, and hidden checks judge the same answers. */
  @ParameterizedTest
  @EnumSource(names = "VISIBLE", mode = EnumSource.Mode.EXCLUDE)
  void whatWasPrintedIsNoStudentsToSeeWhereACheckIsHidden(Visibility visibility) throws Exception {
    GradeReport report = report(visibility);
    assertFalse(Feedback.printed(report).contains("271828"));
    String page = new String(SubmissionPage.forStudent(report, List.of()), UTF_8);
    assertFalse(page.contains("271828"), "the student's page");
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    new Terminal(new PrintStream(terminal, true, UTF_8), true).feedbackForStudent(report);
    assertFalse(terminal.toString(UTF_8).contains("271828"), "the student's text");
    String ours =
        new String(SubmissionPage.forInstructor(report, "Initializers.java", "", List.of()), UTF_8);
    assertTrue(ours.contains("271828"), "the instructor's page");
  }

  private static GradeReport report(Visibility visibility) {
    CheckResult check =
        new CheckResult("he.exact", 3, "t", CheckState.PASSED, 10, 10, false, visibility, "", null);
    return ReportKit.printing(
        PRINTED, ReportKit.graded("ada", Identity.named("Ada"), 10, "", List.of(check)));
  }
}
