package initlab.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The CSV files hold scikit-learn's own points; makeCircles draws the same ones. */
class CirclesTest {
  @Test
  void theTrainingPointsAreDrawnFromSeedOne() {
    assertSamePoints(Circles.train(), Circles.makeCircles(300, 0.05, new RandomState(1)));
  }

  @Test
  void theTestPointsAreDrawnFromSeedTwo() {
    assertSamePoints(Circles.test(), Circles.makeCircles(100, 0.05, new RandomState(2)));
  }

  @Test
  void theFilesHoldAsManyPointsAsTheLabNeedsHalfOfEachColour() {
    assertEquals(300, Circles.train().size());
    assertEquals(150, Circles.train().y().elementSum());
    assertEquals(100, Circles.test().size());
    assertEquals(50, Circles.test().y().elementSum());
  }

  @Test
  void withoutNoiseTheCirclesHaveTheRadiiOneAndFourFifths() {
    LabeledPoints points = Circles.makeCircles(7, 0, new RandomState(0));
    for (int i = 0; i < 7; i++) {
      double radius = Math.hypot(points.x().get(0, i), points.x().get(1, i));
      assertEquals(points.y().get(0, i) == 1 ? 0.8 : 1.0, radius, 1e-15);
    }
    assertEquals(4, points.y().elementSum());
  }

  @Test
  void noPointsAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Circles.makeCircles(0, 0, new RandomState(0)));
  }

  @Test
  void aBrokenFileIsRefusedWithItsLine() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> Circles.parse(List.of("x1,x2,label", "1,2")));
    assertTrue(e.getMessage().contains("line 2"), e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Circles.parse(List.of("1,2,0")));
  }

  private static void assertSamePoints(LabeledPoints expected, LabeledPoints drawn) {
    assertEquals(expected.size(), drawn.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.x().get(0, i), drawn.x().get(0, i), 1e-15, "x1 of point " + i);
      assertEquals(expected.x().get(1, i), drawn.x().get(1, i), 1e-15, "x2 of point " + i);
      assertEquals(expected.y().get(0, i), drawn.y().get(0, i), "label of point " + i);
    }
  }
}
