package initlab.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import initlab.datasets.Circles;
import initlab.datasets.LabeledPoints;
import initlab.student.network.Model;
import initlab.student.network.TrainingOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The given network learns what NumPy's learnt from the same start (training.json). */
class TrainingTest {
  private static final JsonNode GOLDEN = Golden.read("training.json");

  /**
   * Training from large random weights is chaotic: one unit in the last place of a starting number
   * moves its costs by up to 4 % (40 disturbed runs in NumPy), so that even the order of additions
   * inside a matrix product decides. 5 % is what can be asked there, and the first cost, infinite.
   */
  private static final String RANDOM_TOLERANCE = "0.05";

  @ParameterizedTest
  @CsvSource({
    "zeros, 0.5, 0.5, 1e-9",
    "random, 0.83, 0.86, " + RANDOM_TOLERANCE,
    "he, 0.9933333333333333, 0.96, 1e-9"
  })
  void costsAndAccuraciesAreNumPys(String kind, double train, double test, double tolerance) {
    LabeledPoints points = Circles.train();
    Model model =
        Model.train(
            points,
            Golden.initialize(kind, Model.layerDims(points), 3),
            TrainingOptions.DEFAULT,
            (iteration, cost) -> {});
    assertEquals(train, GOLDEN.get(kind).get("train_accuracy").doubleValue());
    assertEquals(train, model.accuracy(points));
    assertEquals(test, model.accuracy(Circles.test()));
    double[] expected = Golden.doubles(GOLDEN.get(kind).get("costs_every_1000"));
    assertEquals(expected.length, model.costs().size());
    for (int i = 0; i < expected.length; i++) {
      double allowed = Double.isInfinite(expected[i]) ? 0 : expected[i] * tolerance;
      assertEquals(expected[i], model.costs().get(i), allowed, "cost " + i + ",000");
    }
  }
}
