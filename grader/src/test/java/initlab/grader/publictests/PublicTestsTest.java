package initlab.grader.publictests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public tests of the handout are right, and can fail. */
class PublicTestsTest {
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

  @TempDir private Path folder;

  @Test
  void theReferencePassesAllOfThem() throws IOException {
    Path source = Files.writeString(folder.resolve("Initializers.java"), REFERENCE);
    PublicTests results = PublicTests.run(source, Files.createDirectory(folder.resolve("classes")));
    assertEquals(List.of(), results.failures);
    assertEquals(30, results.passed);
  }

  @ParameterizedTest
  @CsvSource({
    "known/he-lecun, Exercise3HeTest, the 2 is missing from the square root",
    "known/he-integer-division, Exercise3HeTest, is a whole number in Java",
    "known/he-missing-square-root, Exercise3HeTest, the square root is missing",
    "known/he-unscaled, Exercise3HeTest, nothing scales what randn draws",
    "known/he-fan-out, Exercise3HeTest, 'divide by layerDims[l - 1], not by layerDims[l]'",
    "known/he-glorot, Exercise3HeTest, 'divide by layerDims[l - 1] alone, without layerDims[l]'",
    "known/he-reseeded-per-layer, Exercise3HeTest, from the one generator the method starts with",
    "known/he-transposed, Exercise3HeTest, it is transposed",
    "known/he-missing-last-layer, Exercise3HeTest, 'the loop does not put [W2, b2] into the map'",
    "wrong/he-returns-null, Exercise3HeTest, 'the method returned null, not a map'",
    "known/random-hundredth, Exercise2RandomTest, 'the factor is 10, not 0.01'",
    "known/random-random-biases, Exercise2RandomTest, biases start at 0",
    "known/random-uniform, Exercise2RandomTest, are not drawn as random.randn",
    "wrong/random-null-matrix, Exercise2RandomTest, 'b1 is null, not a SimpleMatrix'",
    "known/zeros-ones, Exercise1ZerosTest, weights start at 0 in this exercise"
  })
  void aWrongAnswerFailsInItsOwnExerciseWithTheLikelyReason(
      String name, String failedClass, String reason) throws IOException {
    PublicTests results = PublicTests.runWithoutTraining(PublicTests.resource(name), folder);
    assertEquals(Set.of(failedClass), results.failedClasses);
    assertTrue(
        results.failures.stream().anyMatch(failure -> failure.contains(reason)),
        () -> String.join("\n", results.failures));
  }

  @Test
  void trainingFromWrongWeightsFailsToo() throws IOException {
    PublicTests results = PublicTests.run(PublicTests.resource("known/he-lecun"), folder);
    assertEquals(Set.of("Exercise3HeTest"), results.failedClasses);
    assertTrue(
        results.failures.stream().anyMatch(failure -> failure.contains("after training: accuracy")),
        () -> String.join("\n", results.failures));
  }

  @Test
  void anEmptyExerciseFailsInAHandoutAndNamesItself() throws IOException {
    PublicTests results = runStubWith("fail");
    assertEquals(30, results.failures.size());
    assertTrue(
        results.failures.containsAll(
            List.of(
                "exercise 1 not implemented yet: initializeZeros still throws",
                "exercise 2 not implemented yet: initializeRandom still throws",
                "exercise 3 not implemented yet: initializeHe still throws")),
        () -> String.join("\n", results.failures));
  }

  @Test
  void anEmptyExerciseIsSkippedWhereTheBuildSaysSo() throws IOException {
    PublicTests results = runStubWith("skip");
    assertEquals(List.of(), results.failures);
    assertEquals(30, results.skipped);
  }

  private PublicTests runStubWith(String unfilled) throws IOException {
    String before = System.getProperty("initlab.unfilled", "");
    System.setProperty("initlab.unfilled", unfilled);
    try {
      Path stub = Path.of("../student/src/main/java/initlab/student/Initializers.java");
      return PublicTests.run(stub, folder);
    } finally {
      System.setProperty("initlab.unfilled", before);
    }
  }
}
