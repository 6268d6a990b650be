package initlab.grader.lab;

import initlab.grader.assignment.CheckFailure;
import initlab.grader.sandbox.CallFailure;
import initlab.grader.sandbox.Matrix;
import initlab.grader.sandbox.Question;
import initlab.student.network.Model;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The lab's own training, layer dimensions and seed, for pictures of what came of it. */
public final class LabTraining {
  private LabTraining() {}

  /** The network that comes of a method's parameters; none if no network can start from them. */
  public static Optional<Model> of(LabExercise exercise, LabInterview interview) {
    Question training = interview.answers(exercise).set().training();
    try {
      Map<String, Matrix> parameters = interview.answer(exercise, training).parametersInOrder();
      boolean isFinite =
          parameters.values().stream()
              .allMatch(matrix -> Arrays.stream(matrix.values()).allMatch(Double::isFinite));
      return isFinite ? Optional.of(TrainingComparison.train(parameters)) : Optional.empty();
    } catch (CheckFailure | CallFailure noNetwork) {
      return Optional.empty();
    }
  }

  /** The network that comes of the reference's parameters. */
  public static Model right(LabExercise exercise) {
    return TrainingComparison.train(
        exercise.right(TrainingComparison.LAYER_DIMS, TrainingComparison.SEED));
  }
}
