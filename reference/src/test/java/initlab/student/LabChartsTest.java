package initlab.student;

import static org.junit.jupiter.api.Assertions.assertEquals;

import initlab.reference.ReferenceInitializers;
import initlab.student.network.DeepSignal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers that the lab's page shows beside a student's. */
class LabChartsTest {
  @Test
  void theSignalThatIsKeptIsThatOfTheReference() {
    DeepSignal right =
        DeepSignal.through(ReferenceInitializers.initializeHe(DeepSignal.layerDims(), 3));
    List<Double> shown = LabCharts.keptSignal();
    assertEquals(30, shown.size());
    for (int layer = 0; layer < 30; layer++) {
      assertEquals(right.deviations().get(layer), shown.get(layer), 1e-6, "layer " + (layer + 1));
    }
  }

  @Test
  void growthIsTheFactorFromLayerToLayer() {
    assertEquals(0.5, new DeepSignal(List.of(8.0, 4.0, 2.0), List.of()).growth(), 1e-12);
  }

  @Test
  void ticksAreRoundAndHoldAllValues() {
    assertEquals(List.of(0.0, 0.2, 0.4, 0.6000000000000001, 0.8), ticks(false, 0.0736, 0.73));
    assertEquals(List.of(0.0, 5000.0, 10000.0, 15000.0), ticks(false, 0, 14_000));
    assertEquals(List.of(1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1.0), ticks(true, 1.3e-5, 0.82));
    assertEquals(List.of(1.0, 10.0), ticks(true, 1, 1));
    assertEquals(0.0, ticks(false, 0, 0).get(0));
  }

  private static List<Double> ticks(boolean isLogarithmic, double... values) {
    return Ticks.of(values, isLogarithmic).values();
  }

  @Test
  void aChartWithoutAPointIsNoChart() {
    Chart.Axis axis = new Chart.Axis("x", true);
    Chart.Line zeros = Chart.Line.of("zeros", "zeros", List.of(0.0, 0.0), 1, 1);
    assertEquals("", Chart.svg("nothing", axis, axis, List.of(zeros)));
  }
}
