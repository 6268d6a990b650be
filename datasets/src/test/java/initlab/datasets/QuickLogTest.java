package initlab.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class QuickLogTest {
  private static final int SAMPLES = 200_000;

  private final RandomState random = new RandomState(7);

  @Test
  void itIsTheNearestDoubleWhereverItAnswers() {
    requireAgreement(random::randomSample);
    requireAgreement(() -> 1 - random.randomSample() * 0x1p-7);
    requireAgreement(() -> 1 + random.randomSample() * 0x1p-6);
    requireAgreement(() -> 1 - random.randomSample() * 0x1p-30);
    requireAgreement(() -> random.randomSample() * 0x1p-50);
  }

  @Test
  void itAnswersAlmostAlways() {
    int doubts = 0;
    for (int i = 0; i < SAMPLES; i++) {
      doubts += Double.isNaN(QuickLog.log(random.randomSample())) ? 1 : 0;
    }
    assertTrue(doubts < SAMPLES / 100, doubts + " doubts");
  }

  private static void requireAgreement(DoubleSupplier arguments) {
    for (int i = 0; i < SAMPLES; i++) {
      double x = arguments.getAsDouble();
      double quick = QuickLog.log(x);
      if (!Double.isNaN(quick)) {
        assertEquals(ExactLog.pair(x)[0], quick, () -> "ln " + Double.toHexString(x));
      }
    }
  }
}
