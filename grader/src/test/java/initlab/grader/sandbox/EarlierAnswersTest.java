package initlab.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a worker knows of the answers that it has given, in a process of 128 MB. */
class EarlierAnswersTest extends SharedWorkersKit {
  private static final int MANY = 100; // of 1.6 MB

  private static final String BODY =
      """
      class Held { static final SimpleMatrix W = new SimpleMatrix(1, 1); }
      Map<String, SimpleMatrix> all = new java.util.HashMap<>();
      if (layerDims.length == 1) {
        Held.W.set(0, Held.W.get(0) + 1);
        all.put("W1", Held.W);
      } else {
        all.put("W1", new SimpleMatrix(layerDims[0], layerDims[1]));
      }
      return all;
      """;

  @Test
  void oneThatTheSubmissionHoldsIsKnownAgainAfterMoreThanFitIntoMemory() {
    try (SandboxedSubmission called =
        new SandboxedSubmission(home, classes(BODY), Sharing.SUBMISSION)) {
      Callee zeros = called.method(ZEROS);
      assertFalse(zeros.call(new int[] {1}, 0).overwritesEarlier());
      for (int i = 0; i < MANY; i++) {
        Returned large = zeros.call(new int[] {500, 400}, 0);
        assertEquals(1, large.entries().size());
        assertFalse(large.overwritesEarlier());
      }
      assertEquals(1, home.running().size(), "in the same process");
      List<Reply> last = zeros.callAll(List.of(question(1)));
      assertTrue(last.get(0).get().overwritesEarlier());
    }
  }

  @Test
  void mapsThatSayTheyAreEqualAreTwo() {
    String twins =
        """
        class Held {
          static class Twin extends java.util.HashMap<String, SimpleMatrix> {
            public boolean equals(Object other) { return true; }
            public int hashCode() { return 1; }
          }
          static final java.util.List<Twin> ALL = java.util.List.of(new Twin(), new Twin());
        }
        Held.Twin one = Held.ALL.get(layerDims[0]);
        one.put("W1", new SimpleMatrix(1, 1 + layerDims[0]));
        return one;
        """;
    try (SandboxedSubmission called =
        new SandboxedSubmission(home, classes(twins), Sharing.SUBMISSION)) {
      Callee zeros = called.method(ZEROS);
      for (int twin : new int[] {0, 1, 0, 1}) {
        assertFalse(zeros.call(new int[] {twin}, 0).overwritesEarlier());
      }
    }
  }
}
