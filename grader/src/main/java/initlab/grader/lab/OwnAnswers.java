package initlab.grader.lab;

import initlab.grader.sandbox.Callee;
import initlab.reference.KnownMistake;
import initlab.reference.ReferenceInitializers;
import initlab.student.Initializers;
import java.util.EnumMap;
import java.util.Map;

/** Answers of our own, called in this process. */
public final class OwnAnswers {
  /** Those of the reference. */
  public static final Map<LabExercise, KnownMistake.Initializer> REFERENCE =
      Map.of(
          LabExercise.ZEROS, (dims, seed) -> ReferenceInitializers.initializeZeros(dims),
          LabExercise.RANDOM, ReferenceInitializers::initializeRandom,
          LabExercise.HE, ReferenceInitializers::initializeHe);

  /** Those of a handout in which nothing is written yet. */
  public static final Map<LabExercise, KnownMistake.Initializer> STUB =
      Map.of(
          LabExercise.ZEROS, (dims, seed) -> Initializers.initializeZeros(dims),
          LabExercise.RANDOM, Initializers::initializeRandom,
          LabExercise.HE, Initializers::initializeHe);

  private OwnAnswers() {}

  /** As the checks call a submission. */
  public static Map<LabExercise, Callee> callable(
      Map<LabExercise, KnownMistake.Initializer> answers) {
    Map<LabExercise, Callee> callable = new EnumMap<>(LabExercise.class);
    answers.forEach((exercise, answer) -> callable.put(exercise, new LocalCallee(answer)));
    return callable;
  }
}
