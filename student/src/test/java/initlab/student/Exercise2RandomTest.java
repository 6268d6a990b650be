package initlab.student;

import static org.junit.jupiter.api.Assertions.assertEquals;

import initlab.student.network.Model;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("Exercise 2: initializeRandom")
class Exercise2RandomTest extends PublicExerciseTest {
  /**
   * Training from large random weights is chaotic: one unit in the last place of a starting number
   * moves the costs by up to 4 %, so no more than 5 % can be asked of them.
   */
  private static final double CHAOS = 0.05;

  Exercise2RandomTest() {
    super(Exercise.RANDOM);
  }

  @Override
  double scale(int fanIn) {
    return 10;
  }

  @Test
  @Order(4)
  @DisplayName("training starts at an infinite cost and reaches 83 %")
  void trainingStartsAtAnInfiniteCostAndReaches83Percent() {
    Model model = train();
    assertEquals(Double.POSITIVE_INFINITY, model.costs().get(0), Texts.get("test.first-cost"));
    assertAccuracies("83 %", "86 %", model);
    assertLastCost(0.38275555020639807, CHAOS, model);
  }
}
