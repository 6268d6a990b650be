package initlab.grader.lms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.ReportKit;
import initlab.grader.grading.SubmissionState;
import initlab.grader.lms.PlatformKit.Written;
import initlab.grader.rubric.CheckResult;
import initlab.grader.rubric.CheckState;
import initlab.grader.rubric.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not to be seen is seen nowhere, whatever the platform. */
class StudentViewTest {
  private static final List<CheckResult> CHECKS =
      List.of(
          PlatformKit.check("z.one", CheckState.PASSED, 31, Visibility.VISIBLE, ""),
          PlatformKit.check("z.two", CheckState.FAILED, 19, Visibility.VISIBLE, "is 0.3, not 0"),
          PlatformKit.check("h.secret", CheckState.FAILED, 23.25, Visibility.HIDDEN, "hush-1"),
          PlatformKit.check(
              "h.later", CheckState.FAILED, 16.75, Visibility.AFTER_DUE_DATE, "hush-2"),
          PlatformKit.check("h.last", CheckState.PASSED, 10, Visibility.AFTER_PUBLISHED, "hush-3"));
  private static final GradeReport REPORT =
      ReportKit.printing(
          "what it was asked: hush-4",
          PlatformKit.report(SubmissionState.GRADED, 41, "2 of 5 checks passed", CHECKS));

  @TempDir private Path root;

  static List<Lms> platforms() {
    return Platforms.ALL;
  }

  static Stream<Lms> platformsThatCannotHide() {
    return Platforms.ALL.stream().filter(lms -> !lms.name().equals("gradescope"));
  }

  @ParameterizedTest
  @MethodSource("platformsThatCannotHide")
  void hiddenChecksAreInNoTextCountOrTotal(Lms lms) throws IOException {
    Written written = PlatformKit.write(lms, root, REPORT);
    assertHasNone(
        written.all(),
        List.of("hush", "h.secret", "h.later", "h.last", "of 5", "/ 5\n", "23.25", "16.75"));
    assertTrue(written.all().contains("title of z.two"), written::all);
    assertTrue(written.all().contains("is 0.3, not 0"), written::all);
  }

  /**
   * What a check waits for, and what all or nothing takes away, tell what an unseen one came to.
   */
  @ParameterizedTest
  @MethodSource("platforms")
  void noVisibleCheckTellsWhatAnUnseenOneCameTo(Lms lms) throws IOException {
    CheckResult passed =
        PlatformKit.check("h.seen", CheckState.PASSED, 37, Visibility.VISIBLE, "").withScore(0);
    CheckResult blocked =
        PlatformKit.check(
            "z.two", CheckState.BLOCKED, 19, Visibility.VISIBLE, "not run: hush-5 must pass");
    CheckResult unseen =
        PlatformKit.check("h.secret", CheckState.FAILED, 44, Visibility.HIDDEN, "hush-6");
    GradeReport report =
        PlatformKit.report(
            SubmissionState.GRADED, 0, "1 of 3 checks passed", List.of(passed, blocked, unseen));
    Written written = PlatformKit.write(lms, root, report);
    assertHasNone(written.all(), List.of("hush-5", "0 / 37", "of 3 checks"));
    assertFalse(written.all().matches("(?s).*\"score\" ?: ?0(\\.0)?,\\s+\"max_score\" ?: ?37.*"));
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void nothingHiddenIsPrinted(Lms lms) throws IOException {
    Written written = PlatformKit.write(lms, root, REPORT);
    assertHasNone(written.out(), List.of("hush", "h.secret", "h.later", "h.last", "of 5"));
  }

  private static void assertHasNone(String text, List<String> hidden) {
    hidden.forEach(one -> assertFalse(text.contains(one), () -> one + " in " + text));
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void whatDoesNotCompileIsSaidWithItsLine(Lms lms) throws IOException {
    GradeReport broken =
        PlatformKit.report(SubmissionState.NOT_COMPILED, 0, "line 7: ; is missing", CHECKS);
    Written written = PlatformKit.write(lms, root, broken);
    assertTrue(written.all().contains("line 7: ; is missing"), written::all);
    assertFalse(written.out().contains("hush"), written::out);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void aFaultOfOursIsSaidToBeNoGrade(Lms lms) throws IOException {
    GradeReport fault =
        PlatformKit.report(SubmissionState.HARNESS_ERROR, 0, "the disk is full", CHECKS);
    Written written = PlatformKit.write(lms, root, fault);
    assertTrue(written.all().contains("This is no grade"), written::all);
    boolean hasAnother =
        List.of("prairielearn", "vpl", "vocareum", "submitty").contains(lms.name());
    if (hasAnother) {
      assertFalse(
          written.all().matches("(?s).*(\"score\"|Grade :=>>|InitLab,).*"), "there is no score");
    }
  }

  /** A student can hand in what is called like a result. */
  @ParameterizedTest
  @MethodSource("platforms")
  void aFolderWhereAResultComesToLieIsInNobodysWay(Lms lms) throws IOException {
    for (String name :
        List.of(
            "initlab-report.xml",
            "initlab-summary.md",
            "result.json",
            "feedback.json",
            "validation_results.json")) {
      Files.writeString(
          Files.createDirectories(root.resolve(name)).resolve("TEST-forged.xml"), "forged");
    }
    Written written = PlatformKit.write(lms, root, REPORT);
    written.files().keySet().stream()
        .filter(name -> !name.endsWith("TEST-forged.xml"))
        .forEach(name -> assertFalse(written.files().containsKey(name + "/TEST-forged.xml")));
    assertTrue(written.all().contains("is 0.3, not 0"), written::all);
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void aSecondRunOverTheFirstOnesResultLeavesTheSecondAlone(Lms lms) throws IOException {
    PlatformKit.write(lms, root, REPORT);
    GradeReport right = PlatformKit.report(SubmissionState.GRADED, 100, "2 of 2", List.of());
    String second = PlatformKit.write(lms, root, right).all();
    String marker = "is 0.3, not 0";
    assertEquals(lms.name().equals("github"), second.contains(marker), "a summary is added to");
  }
}
