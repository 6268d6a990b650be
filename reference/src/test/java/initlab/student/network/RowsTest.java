package initlab.student.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import initlab.datasets.RandomState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is fast is what the plain formula gives; it stands here, out of the handout. */
class RowsTest {
  private final RandomState random = new RandomState(1);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 12})
  void aCombinationIsTheSumOfAllRowsByTheirWeights(int n) {
    double[][] rows = random.randn(n, 37).toArray2();
    double[] weights = random.randn(1, n).toArray2()[0];
    double[] result = new double[37];
    Rows.combine(weights, rows, n, result);
    for (int j = 0; j < 37; j++) {
      double expected = 0;
      for (int k = 0; k < n; k++) {
        expected += weights[k] * rows[k][j];
      }
      assertEquals(expected, result[j], 1e-13);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 31, 32, 100, 300, 301})
  void aDotProductIsTheSumOfAllProducts(int length) {
    double[] one = random.randn(1, length).toArray2()[0];
    double[] other = random.randn(1, length).toArray2()[0];
    double expected = 0;
    for (int j = 0; j < length; j++) {
      expected += one[j] * other[j];
    }
    assertEquals(expected, Rows.dot(one, other, new double[length / 4]), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-290, 1e-9, 1, 1e300})
  void aGradientGoesThroughWhereTheActivationIsNotZero(double active) {
    double[] gradient = {-3, 5, 7};
    Rows.whereActive(gradient, new double[] {0, active, 0});
    assertArrayEquals(new double[] {-0.0, 5, 0}, gradient);
  }
}
