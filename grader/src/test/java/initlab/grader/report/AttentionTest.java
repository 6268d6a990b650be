package initlab.grader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.GradeReport.Submitted;
import initlab.grader.grading.ReportKit;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Identity;
import initlab.grader.lab.WeightLab;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.Visibility;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a teacher is told to look at. */
class AttentionTest {
  @Test
  void reasonsAreGivenForEachAndNobodyElseIsNamed() {
    List<GradeReport> reports =
        List.of(
            graded("ada", CheckState.PASSED),
            graded("bob", CheckState.TIMEOUT),
            ReportKit.of(
                "cy",
                Identity.named("cy"),
                SubmissionState.REJECTED,
                0,
                "line 3: a file\nmore",
                List.of()),
            noticed(graded("dan", CheckState.FAILED), "read as GB18030"),
            failed("eve", "he.reproducible"),
            graded("Jose\u0301", CheckState.PASSED),
            graded("josé ", CheckState.PASSED));
    Map<String, List<String>> reasons =
        Attention.of(reports, new WeightLab()).entrySet().stream()
            .collect(Collectors.toMap(one -> one.getKey().submission(), Map.Entry::getValue));
    assertEquals(
        Map.of(
            "bob", List.of("it ran out of time: map"),
            "cy", List.of("line 3: a file"),
            "dan", List.of("read as GB18030"),
            "eve", List.of("it fails where code is not the same each time: map"),
            "Jose\u0301", List.of("josé  is of someone with the same name, or nearly"),
            "josé ", List.of("Jose\u0301 is of someone with the same name, or nearly")),
        reasons);
  }

  private static GradeReport failed(String name, String check) {
    return graded(name, check, CheckState.FAILED);
  }

  private static GradeReport graded(String name, CheckState state) {
    return graded(name, "he.result", state);
  }

  private static GradeReport graded(String name, String id, CheckState state) {
    CheckResult check =
        new CheckResult(id, 3, "map", state, 0, 1, false, Visibility.VISIBLE, "", null);
    return ReportKit.graded(name, Identity.named(name), 0, "", List.of(check));
  }

  private static GradeReport noticed(GradeReport report, String notice) {
    Submitted old = report.submitted();
    return report.of(
        new Submitted(old.name(), old.who(), old.handedIn(), old.sourceHash(), List.of(notice)));
  }
}
