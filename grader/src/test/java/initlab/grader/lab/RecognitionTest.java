package initlab.grader.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.assignment.CourseSecret;
import initlab.grader.assignment.Diagnosis;
import initlab.grader.sandbox.Callee;
import initlab.reference.KnownMistake;
import initlab.reference.KnownMistakes;
import initlab.reference.ReferenceInitializers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecognitionTest {
  @ParameterizedTest
  @MethodSource("mistakes")
  void aKnownMistakeIsNamedAsWhatItExactlyIs(String id) {
    KnownMistake mistake = known(id);
    Diagnosis diagnosis = diagnosis(mistake.exercise(), mistake.initializer());
    assertEquals(List.of(id), diagnosis.ids());
    boolean isRandom = mistake.kind().equals("reused-generator");
    assertTrue(diagnosis.text().contains(isRandom ? "look like" : "are exactly"), diagnosis.text());
  }

  @Test
  void whatIsRightIsNoMistake() {
    assertEquals(List.of(), diagnosis(3, ReferenceInitializers::initializeHe).ids());
  }

  @Test
  void rightNumbersDrawnAnotherWayLookLikeNoWrongScale() {
    assertEquals(List.of(), diagnosis(3, (dims, seed) -> drawn(dims, seed * 7 + 1, 2)).ids());
  }

  @Test
  void aWrongScaleOfOtherNumbersLooksLikeThatMistake() {
    Diagnosis diagnosis = diagnosis(3, (dims, seed) -> drawn(dims, seed * 7 + 1, 1));
    assertEquals(List.of("he.forgot-factor-2"), diagnosis.ids());
    assertTrue(diagnosis.text().contains("look like"), diagnosis.text());
  }

  @Test
  void aMistakeThatNobodyKnowsIsNotGuessed() {
    assertEquals(List.of(), diagnosis(3, (dims, seed) -> drawn(dims, seed, 2.6)).ids());
    assertEquals(List.of(), diagnosis(3, (dims, seed) -> Map.of()).ids());
  }

  /** Normal weights of variance factor / fan-in, from Java's own generator. */
  private static Map<String, SimpleMatrix> drawn(int[] dims, long seed, double factor) {
    Random random = new Random(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < dims.length; l++) {
      SimpleMatrix weights = new SimpleMatrix(dims[l], dims[l - 1]);
      double scale = Math.sqrt(factor / dims[l - 1]);
      for (int i = 0; i < weights.getNumElements(); i++) {
        weights.set(i, random.nextGaussian() * scale);
      }
      parameters.put("W" + l, weights);
      parameters.put("b" + l, new SimpleMatrix(dims[l], 1));
    }
    return parameters;
  }

  private static Diagnosis diagnosis(int exercise, KnownMistake.Initializer answer) {
    Map<LabExercise, Callee> method = Map.of(LabExercise.of(exercise), new LocalCallee(answer));
    LabInterview interview =
        LabInterview.hold(method, method, method.keySet(), CourseSecret.builtIn());
    return Recognition.of(LabExercise.of(exercise), interview);
  }

  static Stream<String> mistakes() {
    return KnownMistakes.catalogue().stream().map(KnownMistake::id);
  }

  private static KnownMistake known(String id) {
    return KnownMistakes.catalogue().stream()
        .filter(mistake -> mistake.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
