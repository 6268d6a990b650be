package initlab.grader.worker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EarlierTest {
  private final Earlier earlier = new Earlier();

  @Test
  void anObjectThatIsStillHeldIsKnownAgainHoweverOftenMemoryIsCleared() {
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
    WeakReference<double[]> dropped = noted();
    for (int i = 0; i < 50 && dropped.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertNull(dropped.get());
  }

  private WeakReference<double[]> noted() {
    double[] numbers = new double[1000];
    earlier.note(numbers, 1);
    return new WeakReference<>(numbers);
  }
}
