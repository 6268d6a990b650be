package initlab.grader.grading;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RightSubmissionsTest {
  @Test
  void aRightAnswerEarnsFullMarksInWhateverStyleItIsWritten() throws IOException {
    Map<String, GradeReport> reports = GradingKit.grade("right");
    assertTrue(reports.size() >= 30, "there are " + reports.keySet());
    assertAll(
        reports.entrySet().stream()
            .map(
                entry ->
                    () ->
                        assertEquals(
                            100,
                            entry.getValue().score(),
                            () -> entry.getKey() + ": " + GradingKit.problems(entry.getValue()))));
    assertTrue(reports.get("debug-prints").printed().contains("layer 1 fan-in"));
  }
}
