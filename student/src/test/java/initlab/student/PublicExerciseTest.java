package initlab.student;

import static org.junit.jupiter.api.Assertions.assertEquals;

import initlab.datasets.Circles;
import initlab.datasets.LabeledPoints;
import initlab.student.network.Model;
import initlab.student.network.TrainingOptions;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The public tests of one exercise, from the simplest to the most telling. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class PublicExerciseTest {
  private final Exercise exercise;

  PublicExerciseTest(Exercise exercise) {
    this.exercise = exercise;
  }

  @RegisterExtension
  final TestExecutionExceptionHandler failures =
      (context, thrown) -> {
        if (thrown instanceof AssertionError) {
          exercise().failed();
        }
        throw thrown;
      };

  @BeforeEach
  void oneMistakeIsToldOnce() {
    exercise.requireNoFailureBefore();
  }

  private Exercise exercise() {
    return exercise;
  }

  /** The right standard deviation of a layer's weights, from its fan-in. */
  abstract double scale(int fanIn);

  @Order(1)
  @DisplayName("returns a matrix for every weight and bias")
  @ParameterizedTest(name = "{0}")
  @FieldSource("initlab.student.PublicCase#ALL")
  void returnsAMatrixForEveryWeightAndBias(PublicCase example) {
    ParameterAssertions.assertNames(
        exercise.at(example.layerDims(), example.seed()),
        example.expected(this::scale),
        yours(example));
  }

  @Order(2)
  @DisplayName("has the right shapes")
  @ParameterizedTest(name = "{0}")
  @FieldSource("initlab.student.PublicCase#ALL")
  void hasTheRightShapes(PublicCase example) {
    ParameterAssertions.assertShapes(
        exercise.at(example.layerDims(), example.seed()),
        example.expected(this::scale),
        yours(example));
  }

  @Order(3)
  @DisplayName("has the right numbers")
  @ParameterizedTest(name = "{0}")
  @FieldSource("initlab.student.PublicCase#ALL")
  void hasTheRightNumbers(PublicCase example) {
    ParameterAssertions.assertValues(
        exercise, example, example.expected(this::scale), yours(example));
  }

  private Map<String, SimpleMatrix> yours(PublicCase example) {
    return exercise.initialize(example.layerDims(), example.seed());
  }

  /** Trains the lab's network from the student's parameters, as {@link Lab} does. */
  Model train() {
    LabeledPoints points = Circles.train();
    int[] layerDims = Model.layerDims(points);
    Map<String, SimpleMatrix> yours = exercise.initialize(layerDims, Exercise.SEED);
    ParameterAssertions.assertShapes(
        exercise.at(layerDims, Exercise.SEED), PublicCase.zeros(layerDims), yours);
    return Model.train(points, yours, TrainingOptions.DEFAULT, (iteration, cost) -> {});
  }

  /** Accuracies are exact: they did not change in any of 40 trainings from disturbed numbers. */
  void assertAccuracies(String train, String test, Model model) {
    String at = exercise.at(Model.layerDims(Circles.train()), Exercise.SEED);
    assertEquals(
        train, Lab.percent(model.accuracy(Circles.train())), Texts.get("test.accuracy-train", at));
    assertEquals(
        test, Lab.percent(model.accuracy(Circles.test())), Texts.get("test.accuracy-test", at));
  }

  /** Compares the last recorded cost, relatively. */
  void assertLastCost(double expected, double tolerance, Model model) {
    double last = model.costs().get(model.costs().size() - 1);
    assertEquals(
        expected,
        last,
        tolerance * expected,
        () ->
            Texts.get(
                "test.last-cost", exercise.at(Model.layerDims(Circles.train()), Exercise.SEED)));
  }
}
