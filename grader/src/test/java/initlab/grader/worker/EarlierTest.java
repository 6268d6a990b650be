package initlab.grader.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EarlierTest {
  private final Earlier earlier = new Earlier();

  @Test
  void anObjectThatIsStillHeldIsKnownAgainAfterMemoryIsCleared() {
    double[] held = {1};
    earlier.note(held, 1);
    System.gc();
    assertFalse(earlier.hasChanged());
    earlier.note(held, 2);
    assertTrue(earlier.hasChanged());
  }

  @Test
  void equalMapsAreTwoObjects() {
    List<Map<String, Integer>> held = List.of(new HashMap<>(), new HashMap<>());
    earlier.note(held.get(0), 1);
    earlier.note(held.get(1), 2);
    assertFalse(earlier.hasChanged());
  }

  @Test
  void whatTheSubmissionDroppedTakesNoMemory() throws InterruptedException {
    for (int i = 0; i < 1000; i++) {
      earlier.note(new double[1], 1);
    }
    double[] held = {1};
    for (int i = 0; i < 50 && earlier.size() > 1; i++) {
      System.gc();
      Thread.sleep(10);
      earlier.note(held, 1);
    }
    assertEquals(1, earlier.size());
  }
}
