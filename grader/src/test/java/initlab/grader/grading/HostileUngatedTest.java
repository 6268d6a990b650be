package initlab.grader.grading;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The hostile corpus with the gate open, where the sandbox alone must hold. */
@Tag("long")
class HostileUngatedTest {
  /** Walls that are waited for where the gate is closed, as it makes no difference there. */
  private static final Set<String> WITH_GATE = Set.of("compiler limits", "deadline");

  private static HostileKit kit;

  @AfterAll
  static void stop() throws IOException {
    if (kit != null) {
      kit.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> theSandboxAloneHolds() throws IOException {
    kit = new HostileKit(false);
    assumeTrue(kit.isIsolated(), "SKIPPED, NOT PASSED: bubblewrap does not work here");
    return HostileKit.each(
        row -> !WITH_GATE.contains(row.get("wall")),
        row -> {
          GradeReport report = kit.grade(row);
          String outcome =
              report.state() == SubmissionState.GRADED
                  ? report.checks().get(0).state().id()
                  : report.state().id();
          assertTrue(
              List.of(row.get("zeros").split(" or ")).contains(outcome),
              () -> outcome + ", not " + row.get("zeros") + GradingKit.problems(report));
        });
  }
}
