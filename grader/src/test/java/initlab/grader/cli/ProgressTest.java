package initlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import initlab.grader.run.Reason;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a log of a run holds; tests have no terminal, so there is no bar. */
class ProgressTest {
  private long clock;

  @Test
  void aLogHasALineForEveryTenth() {
    List<String> lines = lines(false, progress -> gradeAll(progress, 25));
    assertEquals(10, lines.size());
    assertEquals("graded 3 of 25: 0.5 a second, about 44 s left; now s4, s5", lines.get(0));
    assertEquals("graded 25 of 25: 0.5 a second", lines.get(9));
  }

  @Test
  void aSmallClassHasALineForEverySubmission() {
    assertEquals(
        List.of(
            "graded 1 of 3: 0.5 a second, about 4 s left; now s2, s3",
            "graded 2 of 3: 0.5 a second, about 2 s left; now s3",
            "graded 3 of 3: 0.5 a second"),
        lines(false, progress -> gradeAll(progress, 3)));
  }

  @Test
  void quietIsQuiet() {
    assertEquals(List.of(), lines(true, progress -> gradeAll(progress, 25)));
  }

  @Test
  void whatIsGradedAgainIsToldWithItsReasonAndTheFirstTenNames() {
    List<String> many = Collections.nCopies(11, "ada");
    assertEquals(
        List.of(
            "going on: 1 of 12 were graded before, and have not changed",
            "  graded, as the source is another: 11 (" + "ada, ".repeat(10) + "…)",
            "  not there any more, and removed: 1 (bob [2J)"),
        lines(
            false,
            progress ->
                progress.goesOn(
                    Map.of(
                        Reason.KEPT, List.of("eve"),
                        Reason.SOURCE, many,
                        Reason.GONE, List.of("bob\u001b[2J")))));
  }

  private void gradeAll(Progress progress, int total) {
    progress.starts(total);
    for (int done = 1; done <= total; done++) {
      for (int next = done; next <= Math.min(done + 2, total); next++) {
        progress.begins("s" + next);
      }
      clock += 2_000_000_000L;
      progress.graded("s" + done, done, total);
    }
  }

  private List<String> lines(boolean isQuiet, Consumer<Progress> run) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (Progress progress = new Progress(err, isQuiet, () -> clock)) {
      run.accept(progress);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
