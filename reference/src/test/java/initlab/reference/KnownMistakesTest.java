package initlab.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownMistakesTest {
  private static final int[] DIMS = {3, 2, 5, 4};
  private static final long SEED = 11;

  /** What every structural mistake gets wrong: a fan-in of 1, a square, 11 layers, a large seed. */
  private static final int[] SPECIAL = {1, 4, 4, 3, 5, 3, 6, 3, 7, 2, 5, 4};

  private static final long LARGE_SEED = 4_294_967_290L;

  static List<KnownMistake> catalogue() {
    return KnownMistakes.catalogue();
  }

  @Test
  void thereAreManyAndEachHasAnIdOfItsOwn() {
    Set<String> ids = new HashSet<>();
    catalogue().forEach(mistake -> assertTrue(ids.add(mistake.id()), mistake.id()));
    assertTrue(ids.size() >= 30, "only " + ids.size());
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void eachDiffersFromTheRightAnswer(KnownMistake mistake) {
    KnownMistake.Initializer right =
        switch (mistake.exercise()) {
          case 1 -> (dims, seed) -> ReferenceInitializers.initializeZeros(dims);
          case 2 -> ReferenceInitializers::initializeRandom;
          default -> ReferenceInitializers::initializeHe;
        };
    assertNotEquals(contents(right), contents(mistake.initializer()));
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void eachHasAHintInBothLanguages(KnownMistake mistake) {
    String english = mistake.hint(Locale.ENGLISH);
    String chinese = mistake.hint(Locale.CHINESE);
    assertFalse(english.isBlank());
    assertTrue(
        chinese
            .codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN),
        chinese);
  }

  @Test
  void noTwoOfAnExerciseAreTheSame() {
    Map<String, String> seen = new HashMap<>();
    for (KnownMistake mistake : catalogue()) {
      String answer = mistake.exercise() + " " + contents(mistake.initializer());
      assertNull(seen.put(answer, mistake.id()), mistake.id() + " is as another");
    }
  }

  @Test
  void thereIsNoHintWithoutAMistake() {
    Set<String> kinds =
        catalogue().stream().map(KnownMistake::kind).collect(Collectors.toCollection(TreeSet::new));
    for (Locale language : List.of(Locale.ROOT, Locale.CHINESE)) {
      ResourceBundle hints = ResourceBundle.getBundle("initlab.reference.hints", language);
      assertEquals(kinds, new TreeSet<>(hints.keySet()), language.toString());
    }
  }

  private static List<Map<String, String>> contents(KnownMistake.Initializer initializer) {
    return List.of(
        content(initializer.initialize(DIMS, SEED)),
        content(initializer.initialize(SPECIAL, LARGE_SEED)));
  }

  private static Map<String, String> content(Map<String, SimpleMatrix> parameters) {
    return parameters.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    entry.getValue().getNumRows() + List.of(boxed(entry.getValue())).toString()));
  }

  private static Double[] boxed(SimpleMatrix matrix) {
    double[] numbers = matrix.getDDRM().getData();
    Double[] boxed = new Double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      boxed[i] = numbers[i];
    }
    return boxed;
  }
}
