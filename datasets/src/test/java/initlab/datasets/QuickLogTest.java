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

  /** Intervals are half as wide below 1; the two that meet there have the inverse 1. */
  @Test
  void theTableIsWhatTheExactLogarithmGives() {
    double z = 0.6875;
    for (int row = 0; row < LogTable.VALUES.length; row += LogTable.COLUMNS) {
      double width = z < 1 ? 0x1p-8 : 0x1p-7;
      boolean isNextToOne = z == 1 || z + width == 1;
      double inverse = isNextToOne ? 1 : Math.rint(1024 / (z + width / 2)) / 1024;
      double[] log = ExactLog.pair(inverse);
      String interval = "from " + z;
      assertEquals(inverse, LogTable.VALUES[row], interval);
      assertEquals(0 - log[0], LogTable.VALUES[row + 1], interval);
      assertEquals(0 - log[1], LogTable.VALUES[row + 2], interval);
      z += width;
    }
    assertEquals(1.375, z);
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
