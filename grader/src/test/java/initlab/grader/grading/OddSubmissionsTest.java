package initlab.grader.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OddSubmissionsTest {
  private static Map<String, GradeReport> reports;

  @BeforeAll
  static void grade() throws IOException {
    reports = GradingKit.grade("odd");
  }

  @ParameterizedTest
  @CsvSource({
    "empty-file, NOT_COMPILED, there is no class in the file",
    "syntax-error, NOT_COMPILED, 'line 25, column 22: '';'' expected'",
    "no-package-line, REJECTED, 'the package line is missing'",
    "other-package, REJECTED, the package is com.example.lab",
    "other-class-name, REJECTED, the class is called MyInitializers; it must be called Initializers",
    "other-public-class-name, REJECTED, 'line 8: the public class is called Initialisers'",
    "two-different-files, REJECTED, 'a/Initializers.java, b/Initializers.java'",
    "not-text, REJECTED, it cannot be decoded; save it as UTF-8"
  })
  void whatCannotBeGradedSaysExactlyWhy(String name, SubmissionState state, String message) {
    GradeReport report = reports.get(name);
    assertEquals(state, report.state());
    assertTrue(report.message().contains(message), report.message());
    assertEquals(0, report.score());
    assertEquals(100, report.maxScore());
    assertTrue(report.checks().stream().allMatch(check -> check.state() == CheckState.NOT_RUN));
  }

  @Test
  void aFileOfAnotherNameThatHasTheClassCounts() {
    assertEquals(100, reports.get("other-file-name").score());
  }

  @ParameterizedTest
  @CsvSource({
    "renamed-method, 'static Map initHe(int[], long)'",
    "int-seed, 'static Map initializeHe(int[], int)'"
  })
  void aMethodOfAnotherNameOrSignatureCostsItsExerciseAndIsNamed(String name, String found) {
    GradeReport report = reports.get(name);
    assertEquals(60, report.score());
    CheckResult result =
        report.checks().stream()
            .filter(check -> check.id().equals("he.result"))
            .findFirst()
            .orElseThrow();
    assertTrue(result.message().contains("there is no method"), result.message());
    assertTrue(result.message().contains(found), result.message());
  }

  @Test
  void aCheckBehindAFailedOneIsBlockedAndSaysByWhat() {
    CheckResult blocked =
        reports.get("renamed-method").checks().stream()
            .filter(check -> check.id().equals("he.variance"))
            .findFirst()
            .orElseThrow();
    assertEquals(CheckState.BLOCKED, blocked.state());
    assertEquals("not run: \"every matrix has its shape\" must pass first", blocked.message());
  }
}
