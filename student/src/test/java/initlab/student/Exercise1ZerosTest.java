package initlab.student;

import initlab.student.network.Model;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("Exercise 1: initializeZeros")
class Exercise1ZerosTest extends PublicExerciseTest {
  Exercise1ZerosTest() {
    super(Exercise.ZEROS);
  }

  @Override
  double scale(int fanIn) {
    return 0;
  }

  @Test
  @Order(4)
  @DisplayName("training learns nothing: the cost stays ln 2, the accuracy 50 %")
  void trainingLearnsNothing() {
    Model model = train();
    assertAccuracies("50 %", "50 %", model);
    assertLastCost(Math.log(2), 1e-9, model);
  }
}
