package initlab.grader.proof;

import initlab.grader.handout.PublicTestOutcome;
import initlab.grader.handout.PublicTestRun;
import initlab.grader.lab.LabExercise;
import initlab.grader.sandbox.HarnessFault;
import initlab.reference.KnownMistake;
import java.io.IOException;
import java.util.Set;
import java.util.function.BiFunction;

/** Tells what the handout's public tests say of answers of ours. */
final class PublicProof implements AutoCloseable {
  /** Passes each call on to the answer under test. */
  private static final String DELEGATE =
      """
      package initlab.student;
      import java.util.Map;
      import java.util.function.BiFunction;
      import org.ejml.simple.SimpleMatrix;
      public final class Initializers {
        public static BiFunction<int[], Long, Map<String, SimpleMatrix>> zeros;
        public static BiFunction<int[], Long, Map<String, SimpleMatrix>> random;
        public static BiFunction<int[], Long, Map<String, SimpleMatrix>> he;
        public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
          return zeros.apply(layerDims, 0L);
        }
        public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
          return random.apply(layerDims, seed);
        }
        public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
          return he.apply(layerDims, seed);
        }
      }
      """;

  private final PublicTestRun tests = new PublicTestRun();
  private final PublicTestRun.Answered answered = tests.with(DELEGATE);

  PublicProof() throws IOException {}

  /** Whether an answer passes the public tests of its exercise. */
  boolean passes(LabExercise exercise, KnownMistake.Initializer answer) {
    return passes(exercise, answer, false) && passes(exercise, answer, true);
  }

  /** Trainings take a second each: they are asked last. */
  private boolean passes(
      LabExercise exercise, KnownMistake.Initializer answer, boolean withTraining) {
    BiFunction<int[], Long, Object> call = answer::initialize;
    PublicTestOutcome outcome =
        answered.run(Set.of(exercise.number()), withTraining, type -> set(type, exercise, call));
    return outcome.failures().isEmpty() && outcome.passed() > 0;
  }

  private static void set(Class<?> initializers, LabExercise exercise, Object call) {
    try {
      initializers.getField(exercise.id()).set(null, call);
    } catch (ReflectiveOperationException e) {
      throw new HarnessFault("the public tests cannot be given an answer", e);
    }
  }

  @Override
  public void close() throws IOException {
    tests.close();
  }
}
