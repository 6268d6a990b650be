package initlab.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is called in a process that others were called in, and what then counts. */
class SharedWorkersTest extends SharedWorkersKit {
  private static final String COUNTING = "calls++; " + RIGHT.replace("\"b1\"", "\"b\" + calls");

  @Test
  void whoLeavesNothingBehindIsCalledWhereAnotherWas() {
    Set<Long> first = processesAfter(RIGHT, Sharing.STATELESS);
    assertEquals(1, first.size());
    assertEquals(first, processesAfter(RIGHT.replace("b1", "b2"), Sharing.STATELESS));
    assertEquals(
        List.of("b3"),
        replies(RIGHT.replace("b1", "b3"), Sharing.STATELESS).get(2).get().entries().stream()
            .map(Returned.Entry::name)
            .toList());
  }

  @Test
  void whoMayLeaveSomethingIsCalledWhereNobodyWasAndNobodyComes() {
    Set<Long> first = processesAfter(RIGHT, Sharing.STATELESS);
    assertEquals(first, processesAfter(RIGHT, Sharing.SUBMISSION), "its own is ended");
    Map<String, byte[]> classes = classes(RIGHT);
    try (SandboxedSubmission own = new SandboxedSubmission(home, classes, Sharing.SUBMISSION)) {
      own.method(ZEROS).callAll(THREE);
      assertEquals(first.size() + 1, home.running().size(), "beside the one that waits");
    }
  }

  @Test
  void whoDoesAnythingButAnswerLeavesNoProcessToOthers() {
    String throwing = "int[] none = new int[layerDims[0]]; return none[9] == 0 ? null : null;";
    assertEquals(Set.of(), processesAfter(throwing, Sharing.STATELESS));
    Set<Long> used = processesAfter(RIGHT, Sharing.STATELESS);
    List<Reply> replies = replies(throwing, Sharing.STATELESS);
    assertEquals(3, replies.size());
    replies.forEach(
        reply -> assertEquals(CallFailure.Kind.THREW, reply.failure().kind(), reply::toString));
    assertEquals(
        Set.of(), home.running(), "neither where others were, nor where it was asked again");
    assertNotEquals(used, processesAfter(RIGHT, Sharing.STATELESS));
  }

  @Test
  void whatNeedsAllTheMemoryHasItWhateverOthersUsed() {
    String much = "SimpleMatrix large = new SimpleMatrix(2000, 2900);" + RIGHT; // 46 MB of 128
    for (int i = 0; i < 5; i++) {
      replies(much, Sharing.STATELESS)
          .forEach(reply -> assertTrue(reply.isAnswer(), reply::toString));
    }
  }

  @Test
  void whoUsesUpTheMemoryCostsOthersNothing() {
    String tooMuch = "SimpleMatrix large = new SimpleMatrix(9000, 9000);" + RIGHT;
    processesAfter(RIGHT, Sharing.STATELESS);
    List<Reply> replies = replies(tooMuch, Sharing.STATELESS);
    replies.forEach(reply -> assertEquals(CallFailure.Kind.OUT_OF_MEMORY, reply.failure().kind()));
    replies(RIGHT, Sharing.STATELESS).forEach(reply -> assertTrue(reply.isAnswer()));
  }

  @Test
  void whatEachPrintsIsToldApart() {
    Set<Long> first = processesAfter(RIGHT, Sharing.STATELESS);
    assertEquals("1\n1\n1\n", printed("System.out.println(1);" + RIGHT));
    // half a character waits for the other half
    assertEquals("??", printed("System.out.print(\"\\ud83d\");" + RIGHT));
    assertEquals("2\n2\n2\n", printed("System.err.println(2);" + RIGHT));
    String much = printed("System.out.print(\"x\".repeat(layerDims[0] * 2000));" + RIGHT);
    assertEquals("x".repeat(PrintedText.MAX_BYTES), much);
    assertEquals("", printed(RIGHT));
    assertEquals(first, home.running(), "all in one process");
  }

  @Test
  void whatAClassKeepsIsGoneWithIt() {
    Set<Long> first = processesAfter(COUNTING, Sharing.CONTAINED);
    for (int i = 0; i < 2; i++) {
      List<String> names =
          replies(COUNTING, Sharing.CONTAINED).stream()
              .map(reply -> reply.get().entries().get(0).name())
              .toList();
      assertEquals(List.of("b1", "b2", "b3"), names);
    }
    assertEquals(first, home.running(), "all in one process");
  }

  @Test
  void whoThrowsAnExceptionOfJavasIsTakenAtItsWordButLeavesNoProcessToOthers() {
    String throwing = "if (layerDims[0] == 6) { throw new IllegalStateException(\"no\"); }" + RIGHT;
    processesAfter(RIGHT, Sharing.STATELESS);
    List<Reply> among = repliesOnce(throwing, Sharing.STATELESS);
    assertEquals(List.of("answer", "answer", "THREW"), kinds(among));
    assertTrue(among.get(2).failure().getMessage().contains("IllegalStateException: no"));
    assertEquals(Set.of(), home.running());
  }

  /** What others left idle decides nothing: not what is counted, and not what is given up. */
  @Test
  void aloneAndWhereOthersWereTheSameComesOfIt() {
    String sometimes =
        "SimpleMatrix large = new SimpleMatrix(layerDims[0] == 4 ? 9000 : 1, 9000);" + RIGHT;
    List<String> alone = kinds(replies(sometimes, Sharing.STATELESS));
    processesAfter(RIGHT, Sharing.STATELESS);
    assertEquals(alone, kinds(replies(sometimes, Sharing.STATELESS)));
    assertEquals(List.of("answer", "OUT_OF_MEMORY", "answer"), alone);
  }

  @Test
  void whatTheJvmSaysAtItsEndIsNotWhatWasPrinted() {
    String tooMuch = "System.out.println(1); new SimpleMatrix(9000, 9000);" + RIGHT;
    try (SandboxedSubmission called =
        new SandboxedSubmission(home, classes(tooMuch), Sharing.SUBMISSION)) {
      called.method(ZEROS).callAll(THREE);
      called.restart();
      assertEquals("1\n1\n1\n", called.printed());
    }
  }

  @Test
  void whoNeverEndsIsToldOnceAndEnded() {
    processesAfter(RIGHT, Sharing.STATELESS);
    String endless = "for (int n = 0; layerDims[0] == 4; ) { n |= 1; }" + RIGHT;
    List<Reply> replies = replies(endless, Sharing.STATELESS);
    assertTrue(replies.get(0).isAnswer());
    assertTrue(replies.get(1).isCpuTimeout(), replies::toString);
    assertTrue(replies.get(1).failure().getMessage().contains(" 2 seconds"), "a small network");
    assertTrue(replies.get(2).failure().getMessage().contains("not called again"));
    assertEquals(Set.of(), home.running());
  }

  private String printed(String body) {
    try (SandboxedSubmission called =
        new SandboxedSubmission(home, classes(body), Sharing.CONTAINED)) {
      called.method(ZEROS).callAll(THREE);
      called.restart();
      return called.printed();
    }
  }
}
