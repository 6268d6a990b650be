package initlab.student;

import initlab.student.network.Model;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("Exercise 3: initializeHe")
class Exercise3HeTest extends PublicExerciseTest {
  Exercise3HeTest() {
    super(Exercise.HE);
  }

  @Override
  double scale(int fanIn) {
    return Math.sqrt(2.0 / fanIn);
  }

  @Test
  @Order(4)
  @DisplayName("training separates the circles: 99.33 %")
  void trainingSeparatesTheCircles() {
    Model model = train();
    assertAccuracies("99.33 %", "96 %", model);
    assertLastCost(0.07357895962677373, 1e-9, model);
  }
}
