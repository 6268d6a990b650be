package initlab.grader.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The hostile corpus, with both walls and with the sandbox alone: minutes, so not in every build.
 * {@code -Dinitlab.hostile=REGEX} runs those of matching names.
 */
@Tag("long")
class HostileSubmissionsTest {
  private static HostileKit kit;

  @AfterAll
  static void stop() throws IOException {
    kit.close();
  }

  @TestFactory
  Stream<DynamicTest> withBothWallsEachEndsAsTheManifestSays() throws IOException {
    start(true);
    return each(
        row -> true, row -> assertEquals(HostileKit.state(row.get("state")), grade(row).state()));
  }

  @TestFactory
  Stream<DynamicTest> withTheGateOpenTheSandboxAloneHolds() throws IOException {
    start(false);
    assumeTrue(kit.isIsolated(), "SKIPPED, NOT PASSED: bubblewrap does not work here");
    return each(
        row -> !row.get("wall").equals("compiler limits"), // where the gate makes no difference
        row -> {
          GradeReport report = grade(row);
          String outcome =
              report.state() == SubmissionState.GRADED
                  ? report.checks().get(0).state().id()
                  : report.state().id();
          assertEquals(row.get("zeros"), outcome, () -> GradingKit.problems(report));
        });
  }

  private static void start(boolean isGated) throws IOException {
    if (kit != null) {
      kit.close();
    }
    kit = new HostileKit(isGated);
  }

  private static GradeReport grade(CSVRecord row) throws IOException {
    return kit.grade(row);
  }

  private static Stream<DynamicTest> each(Predicate<CSVRecord> wanted, Verification verification)
      throws IOException {
    return HostileKit.manifest().stream()
        .filter(wanted)
        .filter(row -> row.get("submission").matches(System.getProperty("initlab.hostile", ".*")))
        .map(row -> dynamicTest(row.get("submission"), () -> verification.verify(row)));
  }

  @FunctionalInterface
  private interface Verification {
    void verify(CSVRecord row) throws IOException;
  }
}
