package initlab.grader.handout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public tests of the handout are right, and can fail. */
class PublicTestRunTest {
  private static final String REFERENCE =
      """
      package initlab.student;
      import initlab.reference.ReferenceInitializers;
      import java.util.Map;
      import org.ejml.simple.SimpleMatrix;
      public final class Initializers {
        public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
          return ReferenceInitializers.initializeZeros(layerDims);
        }
        public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
          return ReferenceInitializers.initializeRandom(layerDims, seed);
        }
        public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
          return ReferenceInitializers.initializeHe(layerDims, seed);
        }
      }
      """;

  private static final Set<Integer> ALL = Set.of(1, 2, 3);
  private static PublicTestRun tests;

  @BeforeAll
  static void compile() throws IOException {
    tests = new PublicTestRun();
  }

  @AfterAll
  static void delete() throws IOException {
    tests.close();
  }

  private static PublicTestOutcome run(String source, boolean withTraining) throws IOException {
    return tests.with(source).run(ALL, withTraining, initializers -> {});
  }

  @Test
  void theReferencePassesAllOfThem() throws IOException {
    PublicTestOutcome outcome = run(REFERENCE, true);
    assertEquals(List.of(), outcome.failures());
    assertEquals(30, outcome.passed());
  }

  @ParameterizedTest
  @CsvSource({
    "known/he-lecun, 3, the 2 is missing from the square root",
    "known/he-integer-division, 3, a division of whole numbers",
    "known/he-missing-square-root, 3, the square root is missing",
    "known/he-unscaled, 3, 'there is no factor, or it has no effect'",
    "known/he-fan-out, 3, 'divide by layerDims[l - 1], not by layerDims[l]'",
    "known/he-glorot, 3, 'divide by layerDims[l - 1] alone, without layerDims[l]'",
    "known/he-reseeded-per-layer, 3, one is made before the loop",
    "known/he-transposed, 3, it is transposed",
    "known/he-missing-last-layer, 3, 'the map that is returned does not have [W2, b2]'",
    "wrong/he-returns-null, 3, 'the method returned null, not a map'",
    "known/random-hundredth, 2, the factor is 0.01",
    "known/random-random-biases, 2, biases start at 0",
    "known/random-uniform, 2, spread evenly between two limits",
    "wrong/random-null-matrix, 2, 'b1 is null, not a SimpleMatrix'",
    "known/zeros-ones, 1, weights start at 0 in this exercise"
  })
  void aWrongAnswerFailsInItsOwnExerciseWithTheLikelyReason(
      String name, int exercise, String reason) throws IOException {
    PublicTestOutcome outcome = run(HandoutKit.submission(name), false);
    assertEquals(Set.of(exercise), outcome.failedExercises());
    assertTrue(
        outcome.failures().stream().anyMatch(failure -> failure.contains(reason)),
        () -> String.join("\n", outcome.failures()));
  }

  /** What is said is true of the numbers, whether a mistake is known or not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(Math.sqrt(2.0 / layerDims[l - 1]))); | (Math.sqrt(2.0 / layerDims[l - 1])).plus(10));"
            + " | is the expected one plus 10.0000",
        "(Math.sqrt(2.0 / layerDims[l - 1]))); | ((float) Math.sqrt(2.0 / layerDims[l - 1])));"
            + " | looks like: a float or a rounded number",
        "(Math.sqrt(2.0 / layerDims[l - 1]))); | (Math.sqrt(2.0 / (layerDims[l - 1] + 1))));"
            + " | of your W1 is the expected one times 0.866025",
        "(Math.sqrt(2.0 / layerDims[l - 1])));"
            + " | (Math.round(1e4 * Math.sqrt(2.0 / layerDims[l - 1])) / 1e4));"
            + " | the expected one times 1 +4.2e-06",
        "new RandomState(seed); | new RandomState((int) seed); | of a large seed only a part",
        "RandomState random = | java.util.Arrays.sort(layerDims); RandomState random ="
            + " | the method changes the array layerDims",
        "parameters = new HashMap<>(); | parameters = KEPT; | the map also has [W3, b3]"
      })
  void factsAreToldWhereNoMistakeIsKnown(String from, String to, String fact) throws IOException {
    String right = Files.readString(Path.of("samples/right-100/Initializers.java"));
    int he = right.indexOf("initializeHe");
    String wrong =
        right
                .substring(0, he)
                .replace(
                    "Initializers {",
                    "Initializers { private static final Map<String, SimpleMatrix> KEPT ="
                        + " new HashMap<>();")
            + right.substring(he).replace(from, to);
    PublicTestOutcome outcome = run(wrong, false);
    assertEquals(Set.of(3), outcome.failedExercises());
    assertTrue(outcome.failures().get(0).contains(fact), outcome.failures().get(0));
    String failure = outcome.failures().get(0);
    if (failure.contains("yours:")) {
      List<String> lines = failure.lines().toList();
      assertFalse(lines.get(1).substring(12).equals(lines.get(2).substring(12)), failure);
    }
  }

  @Test
  void whatTheMethodThrowsIsNamedWithItsCallAndLine() throws IOException {
    PublicTestOutcome outcome = run(HandoutKit.submission("wrong/he-throws"), false);
    String first = outcome.failures().get(0);
    assertTrue(first.startsWith("exercise 3, initializeHe([3, 2, 1], 3): the method threw"), first);
    assertTrue(first.matches("(?s).* in line \\d+ of Initializers.java.*"), first);
  }

  /** It ends when nobody waits any more, or it would take a processor from all later tests. */
  @Test
  void aLoopThatNeverEndsIsWaitedForOnce() throws IOException {
    String endless =
        HandoutKit.submission("wrong/he-never-ends")
            .replace("(layerDims.length > 0)", "(!Thread.currentThread().isInterrupted())");
    PublicTestOutcome outcome = run(endless, false);
    assertEquals(1, outcome.failures().size(), () -> String.join("\n", outcome.failures()));
    assertTrue(outcome.failures().get(0).contains("does a loop never stop?"));
  }

  @Test
  void aBiasThatLiesFlatIsNotCalledTransposedWeights() throws IOException {
    String source =
        HandoutKit.submission("right/plain")
            .replaceAll(
                "new SimpleMatrix\\(layerDims\\[l], 1\\)", "new SimpleMatrix(1, layerDims[l])");
    PublicTestOutcome outcome = run(source, false);
    assertTrue(
        outcome.failures().stream()
            .anyMatch(text -> text.contains("a bias vector has layerDims[l] rows and 1 column")),
        () -> String.join("\n", outcome.failures()));
  }

  @Test
  void oneMistakeIsToldOnce() throws IOException {
    PublicTestOutcome outcome = run(HandoutKit.submission("known/he-lecun"), true);
    assertEquals(1, outcome.failures().size(), () -> String.join("\n", outcome.failures()));
    assertEquals(20 + 6, outcome.passed(), "names and shapes of it are right");
  }

  @Test
  void trainingFromWrongWeightsFailsToo() throws IOException {
    String wrongInTheLab =
        REFERENCE.replace(
            "return ReferenceInitializers.initializeHe(",
            "return layerDims[1] == 10 ? ReferenceInitializers.initializeRandom(layerDims, seed)"
                + " : ReferenceInitializers.initializeHe(");
    PublicTestOutcome outcome = run(wrongInTheLab, true);
    assertEquals(Set.of(3), outcome.failedExercises());
    assertTrue(
        outcome.failures().stream().anyMatch(text -> text.contains("after training: accuracy")),
        () -> String.join("\n", outcome.failures()));
  }

  @Test
  void anEmptyExerciseFailsInAHandoutOnceAndNamesItself() throws IOException {
    PublicTestOutcome outcome = runStubsWith("fail");
    assertEquals(
        List.of(
            "exercise 1 not implemented yet: initializeZeros still throws",
            "exercise 2 not implemented yet: initializeRandom still throws",
            "exercise 3 not implemented yet: initializeHe still throws"),
        outcome.failures());
    assertEquals(27, outcome.skipped());
  }

  @Test
  void anEmptyExerciseIsSkippedWhereTheBuildSaysSo() throws IOException {
    PublicTestOutcome outcome = runStubsWith("skip");
    assertEquals(List.of(), outcome.failures());
    assertEquals(30, outcome.skipped());
  }

  private static PublicTestOutcome runStubsWith(String unfilled) throws IOException {
    String before = System.getProperty("initlab.unfilled", "");
    System.setProperty("initlab.unfilled", unfilled);
    try {
      return run(HandoutKit.stubs(), true);
    } finally {
      System.setProperty("initlab.unfilled", before);
    }
  }
}
