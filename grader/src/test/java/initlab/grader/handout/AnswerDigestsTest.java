package initlab.grader.handout;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.reference.KnownMistake;
import initlab.reference.KnownMistakes;
import initlab.reference.ReferenceInitializers;
import initlab.student.rules.AnswerDigests;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/**
 * The public tests know mistakes by the digests of their answers. That table is what the catalogue
 * makes of it, and nobody is told another mistake's reason.
 */
class AnswerDigestsTest {
  private static final Path TABLE =
      Path.of("../student/src/main/resources/initlab/student/rules/answer-digests.txt");
  private static final Path TEXTS =
      Path.of("../student/src/main/resources/initlab/student/texts.properties");

  /** The public calls: layer dimensions, and the seed. */
  private static final List<Map.Entry<int[], Long>> CALLS =
      List.of(
          entry(new int[] {3, 2, 1}, 3L),
          entry(new int[] {4, 3, 2, 5}, 7L),
          entry(new int[] {5, 2, 3}, 4_000_000_000L));

  /** The reason for each kind of mistake whose numbers alone are wrong. */
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          entry("fixed-seed-1", "fixed-seed"),
          entry("fixed-seed-3", "fixed-seed"),
          entry("fixed-seed-42", "fixed-seed"),
          entry("seed-shifted", "seed-shifted"),
          entry("reseeded-per-layer", "per-layer"),
          entry("seed-plus-layer", "per-layer"),
          entry("seed-plus-layer-from-0", "per-layer"),
          entry("seed-without-sign", "int-seed"),
          entry("transposed-draw", "transposed-draw"),
          entry("absolute-values", "absolute"),
          entry("single-precision", "single-precision"),
          entry("uniform", "uniform"),
          entry("uniform-around-0", "uniform"),
          entry("uniform-of-right-variance", "uniform"),
          entry("uniform-lecun", "uniform"),
          entry("uniform-glorot", "uniform"),
          entry("java-util-random", "java-random"),
          entry("left-at-zero", "all-zero"),
          entry("unscaled", "unscaled"),
          entry("hundredth", "hundredth"),
          entry("thousandth", "thousandth"),
          entry("over-10", "over-ten"),
          entry("he-instead", "he-factor"),
          entry("forgot-factor-2", "no-two"),
          entry("glorot", "both-sizes"),
          entry("glorot-with-1", "both-sizes"),
          entry("fan-out", "fan-out"),
          entry("first-fan-in", "first-size"),
          entry("layer-number", "layer-number"),
          entry("no-square-root", "no-root"),
          entry("root-of-2-over-n", "root-of-two"),
          entry("times-fan-in", "multiplied"),
          entry("upside-down", "upside-down"),
          entry("integer-division", "integer-division"),
          entry("times-10-kept", "ten-kept"),
          entry("ten-instead", "ten"));

  @Test
  void theTableIsThatOfTheCatalogue() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# What wrong answers to the public calls come from: a digest of the answers, and the"
            + " reason.");
    Map<String, String> kinds = new HashMap<>();
    for (KnownMistake mistake : ofNumbers()) {
      String digest = AnswerDigests.digest(mistake.exercise(), answers(mistake.initializer()));
      String reason = REASONS.getOrDefault(mistake.kind(), "none for " + mistake.kind());
      assertEquals(reason, kinds.getOrDefault(digest, reason), "two mistakes give the same");
      if (kinds.put(digest, reason) == null) {
        lines.add(digest + " " + reason);
      }
    }
    String right = AnswerDigests.digest(2, answers(ReferenceInitializers::initializeRandom));
    assertEquals(null, kinds.put(right, "right"), "a mistake that gives the right numbers");
    lines.add(right + " right");
    Path made = Path.of("target", "answer-digests.txt");
    Files.write(made, lines);
    assertEquals(lines, Files.readAllLines(TABLE), "copy " + made + " to " + TABLE);
  }

  /** By this the lab's page knows a right answer; no other mistake may look like one. */
  @Test
  void aRightAnswerIsKnownAsThatOrAsOneToSevenDigits() {
    Map<Integer, KnownMistake.Initializer> right =
        Map.of(2, ReferenceInitializers::initializeRandom, 3, ReferenceInitializers::initializeHe);
    right.forEach(
        (exercise, initializer) ->
            assertTrue(
                AnswerDigests.isRight(AnswerDigests.digest(exercise, answers(initializer))),
                "exercise " + exercise));
    for (KnownMistake mistake : ofNumbers()) {
      String digest = AnswerDigests.digest(mistake.exercise(), answers(mistake.initializer()));
      boolean isRounded = mistake.kind().equals("single-precision");
      assertTrue(isRounded || !AnswerDigests.isRight(digest), mistake.kind());
    }
  }

  @Test
  void inEachPublicCallEveryScaleGivesOtherNumbers() {
    List<String> scales =
        List.of(
            "forgot-factor-2",
            "glorot",
            "glorot-with-1",
            "fan-out",
            "first-fan-in",
            "layer-number",
            "no-square-root",
            "root-of-2-over-n",
            "times-fan-in",
            "upside-down",
            "integer-division",
            "times-10-kept",
            "ten-instead",
            "unscaled",
            "left-at-zero");
    for (Map.Entry<int[], Long> call : CALLS) {
      Map<String, String> found = new TreeMap<>();
      found.put(digest(call, ReferenceInitializers::initializeHe), "the right answer");
      for (KnownMistake mistake : KnownMistakes.catalogue()) {
        if (mistake.exercise() == 3 && scales.contains(mistake.kind())) {
          String other = found.put(digest(call, mistake.initializer()), mistake.kind());
          assertEquals(null, other, mistake.kind() + " is as that");
        }
      }
      assertEquals(scales.size() + 1, found.size());
    }
  }

  @Test
  void eachMistakeIsToldItsOwnReasonAndNoOther() throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(TEXTS)) {
      texts.load(reader);
    }
    Set<String> all =
        texts.stringPropertyNames().stream()
            .filter(key -> key.startsWith("reason.") && texts.getProperty(key).startsWith("\n"))
            .collect(Collectors.toSet());
    all.removeAll(Set.of("reason.times", "reason.plus"));
    try (PublicTestRun tests = new PublicTestRun()) {
      PublicTestRun.Answered answered = tests.with(DELEGATE);
      for (KnownMistake mistake : ofNumbers()) {
        BiFunction<int[], Long, Object> call = mistake.initializer()::initialize;
        String exercise = mistake.exercise() == 2 ? "random" : "he";
        PublicTestOutcome outcome =
            answered.run(Set.of(mistake.exercise()), false, type -> set(type, exercise, call));
        assertTrue(!outcome.failures().isEmpty(), mistake.id());
        String own = "reason." + REASONS.get(mistake.kind());
        for (String failure : outcome.failures()) {
          Set<String> told = new TreeSet<>(all);
          told.removeIf(key -> !failure.contains(texts.getProperty(key)));
          assertEquals(Set.of(own), told, mistake.id() + ": " + failure);
        }
      }
    }
  }

  private static void set(Class<?> initializers, String exercise, Object call) {
    try {
      initializers.getField(exercise).set(null, call);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the answer of ours lacks its field", e);
    }
  }

  /** The mistakes with names, shapes and biases as they should be, and the same numbers again. */
  private static List<KnownMistake> ofNumbers() {
    return KnownMistakes.catalogue().stream()
        .filter(mistake -> mistake.exercise() > 1 && !mistake.kind().equals("reused-generator"))
        .filter(AnswerDigestsTest::isWrongInWeightsAlone)
        .toList();
  }

  private static boolean isWrongInWeightsAlone(KnownMistake mistake) {
    boolean isWrong = false;
    for (Map.Entry<int[], Long> call : CALLS) {
      Map<String, SimpleMatrix> yours =
          mistake.initializer().initialize(call.getKey().clone(), call.getValue());
      Map<String, SimpleMatrix> right =
          mistake.exercise() == 2
              ? ReferenceInitializers.initializeRandom(call.getKey(), call.getValue())
              : ReferenceInitializers.initializeHe(call.getKey(), call.getValue());
      if (!yours.keySet().equals(right.keySet())) {
        return false;
      }
      for (String name : right.keySet()) {
        SimpleMatrix one = yours.get(name);
        SimpleMatrix other = right.get(name);
        boolean isLike =
            one.getNumRows() == other.getNumRows() && one.getNumCols() == other.getNumCols();
        boolean isSame = isLike && one.isIdentical(other, 1e-12);
        if (!isLike || (name.startsWith("b") && !isSame)) {
          return false;
        }
        isWrong |= !isSame;
      }
    }
    return isWrong;
  }

  private static List<Map<String, SimpleMatrix>> answers(KnownMistake.Initializer answer) {
    return CALLS.stream()
        .map(call -> answer.initialize(call.getKey().clone(), call.getValue()))
        .toList();
  }

  private static String digest(Map.Entry<int[], Long> call, KnownMistake.Initializer answer) {
    return AnswerDigests.digest(
        3, List.of(answer.initialize(call.getKey().clone(), call.getValue())));
  }

  /** Passes each call on to the answer under test. */
  private static final String DELEGATE =
      """
      package initlab.student;
      import java.util.Map;
      import java.util.function.BiFunction;
      import org.ejml.simple.SimpleMatrix;
      public final class Initializers {
        public static BiFunction<int[], Long, Map<String, SimpleMatrix>> random;
        public static BiFunction<int[], Long, Map<String, SimpleMatrix>> he;
        public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
          return null;
        }
        public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
          return random.apply(layerDims, seed);
        }
        public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
          return he.apply(layerDims, seed);
        }
      }
      """;
}
