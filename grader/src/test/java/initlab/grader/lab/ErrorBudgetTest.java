package initlab.grader.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.assignment.CheckFailure;
import initlab.grader.assignment.Subject;
import initlab.grader.sandbox.Question;
import initlab.reference.KnownMistake;
import initlab.reference.KnownMistakes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongFunction;
import java.util.stream.DoubleStream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures how often the statistical checks are wrong, and prints the tables that the documentation
 * quotes. {@code -Dinitlab.gradings=N} right answers from other generators, {@code
 * -Dinitlab.mistakes=N} of each mistake.
 */
@Tag("soak")
class ErrorBudgetTest {
  private static final Set<String> STATISTICAL = Set.of("mean", "variance", "distribution");
  private final Random random = new Random(20_261);

  @Test
  void rightAnswersFromOtherGeneratorsPass() {
    int gradings = Integer.getInteger("initlab.gradings", 20_000);
    int failures = 0;
    for (int i = 0; i < gradings; i++) {
      LongFunction<DoubleSupplier> generator = generator(i % 3);
      failures += passes(LabExercise.RANDOM, drawn(generator, fanIn -> 10)) ? 0 : 1;
      failures += passes(LabExercise.HE, drawn(generator, fanIn -> Math.sqrt(2.0 / fanIn))) ? 0 : 1;
    }
    System.out.printf(
        "%d right gradings from three other generators: %d failures%n", gradings, failures);
    assertEquals(0, failures);
  }

  @Test
  void mistakesFail() {
    int times = Integer.getInteger("initlab.mistakes", 1_000);
    List<String> missed = new ArrayList<>();
    for (LabExercise exercise : List.of(LabExercise.RANDOM, LabExercise.HE)) {
      for (double off : new double[] {0.98, 1.02}) {
        Scale scale = fanIn -> off * (exercise == LabExercise.HE ? Math.sqrt(2.0 / fanIn) : 10);
        count(exercise, "scale times " + off, drawn(generator(1), scale), times, missed);
      }
      for (KnownMistake mistake : statistical(exercise)) {
        count(exercise, mistake.id(), mistake.initializer(), times, missed);
      }
    }
    assertEquals(List.of(), missed);
  }

  private static List<KnownMistake> statistical(LabExercise exercise) {
    return KnownMistakes.catalogue().stream()
        .filter(mistake -> mistake.exercise() == exercise.number())
        .filter(mistake -> STATISTICAL.contains(mistake.check()))
        .toList();
  }

  private void count(
      LabExercise exercise,
      String name,
      KnownMistake.Initializer wrong,
      int times,
      List<String> missed) {
    int caught = 0;
    for (int i = 0; i < times; i++) {
      caught += passes(exercise, wrong) ? 0 : 1;
    }
    System.out.printf("%-32s caught %d of %d%n", name, caught, times);
    if (caught < times) {
      missed.add(name);
    }
  }

  /** The statistical checks as a grading makes them, on a question set of their own. */
  private boolean passes(LabExercise exercise, KnownMistake.Initializer initializer) {
    QuestionSet set = QuestionSet.drawn(exercise, random);
    LabInterview interview = LabInterview.onDemand(exercise, set, new LocalCallee(initializer));
    WeightChecks checks = exercise == LabExercise.HE ? new HeChecks() : new RandomChecks();
    boolean[] passes = new boolean[1];
    Subject.during(interview, () -> passes[0] = passes(checks, set));
    return passes[0];
  }

  private static boolean passes(WeightChecks checks, QuestionSet set) {
    List<Question> networks = List.of(set.wide().get(0), set.wide().get(1), set.large());
    try {
      checks.theVarianceIsAsAsked();
      networks.forEach(checks::theMeanIsZero);
      networks.forEach(checks::theDistributionIsNormal);
      checks.rowsLayersAndSeedsAreIndependent();
      return true;
    } catch (CheckFailure failure) {
      assertTrue(String.valueOf(failure.getMessage()).length() > 20, "it says why");
      return false;
    }
  }

  @FunctionalInterface
  private interface Scale {
    double of(int fanIn);
  }

  private static KnownMistake.Initializer drawn(
      LongFunction<DoubleSupplier> generator, Scale scale) {
    return (dims, seed) -> {
      DoubleSupplier normals = generator.apply(seed);
      Map<String, SimpleMatrix> parameters = new LinkedHashMap<>();
      for (int l = 1; l < dims.length; l++) {
        double factor = scale.of(dims[l - 1]);
        double[] weights =
            DoubleStream.generate(normals)
                .limit((long) dims[l] * dims[l - 1])
                .map(weight -> weight * factor)
                .toArray();
        parameters.put("W" + l, new SimpleMatrix(dims[l], dims[l - 1], true, weights));
        parameters.put("b" + l, new SimpleMatrix(dims[l], 1));
      }
      return parameters;
    };
  }

  /** The polar method, McFarland's ziggurat, and Box and Muller's method. */
  private static LongFunction<DoubleSupplier> generator(int kind) {
    return switch (kind) {
      case 0 -> seed -> new Random(seed)::nextGaussian;
      case 1 -> seed -> new SplittableRandom(seed)::nextGaussian;
      default ->
          seed -> {
            SplittableRandom uniform = new SplittableRandom(seed);
            return () ->
                Math.sqrt(-2 * Math.log(1 - uniform.nextDouble()))
                    * Math.cos(2 * Math.PI * uniform.nextDouble());
          };
    };
  }
}
