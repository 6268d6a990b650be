package initlab.grader.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.assignment.CheckFailure;
import initlab.grader.assignment.CourseSecret;
import initlab.grader.assignment.Subject;
import initlab.grader.sandbox.Question;
import initlab.reference.KnownMistake;
import initlab.reference.KnownMistakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked is covered, not sampled: with every secret, every kind of network and of seed. */
class StructureTest {
  private static final int SECRETS = 200;
  private static final Set<String> STRUCTURAL =
      Set.of(
          "one-digit-keys",
          "seed-without-sign",
          "seed-clipped",
          "square-transposed",
          "fifth-layer-unscaled",
          "sixth-layer-unscaled",
          "fan-in-of-2-at-least");

  @TempDir private Path folder;

  @Test
  void everySecretAsksForEveryKindOfNetworkAndSeed() throws IOException {
    for (int i = 0; i < SECRETS; i++) {
      QuestionSet set = QuestionSet.of(LabExercise.HE, secret(i));
      Set<Long> seeds = set.all().stream().map(Question::seed).collect(Collectors.toSet());
      assertTrue(seeds.containsAll(List.of(0L, 1L, 2147483647L, 2147483648L, 4294967295L)));
      assertTrue(seeds.stream().anyMatch(seed -> seed > 4_000_000_000L && seed < 4294967295L));
      List<int[]> networks = set.all().stream().map(Question::numbers).toList();
      assertTrue(networks.stream().anyMatch(dims -> dims.length == 2), "one layer");
      assertTrue(networks.stream().anyMatch(dims -> dims.length > 10), "ten layers");
      assertTrue(networks.stream().anyMatch(dims -> dims[0] == 1), "one input");
      assertTrue(networks.stream().anyMatch(StructureTest::hasOneNeuronInside), "one neuron");
      assertTrue(networks.stream().anyMatch(StructureTest::isSquare), "square layers");
      assertTrue(networks.stream().anyMatch(StructureTest::isNarrowWideNarrow), "and back");
    }
  }

  private static boolean hasOneNeuronInside(int[] dims) {
    return IntStream.range(1, dims.length - 1).anyMatch(l -> dims[l] == 1);
  }

  private static boolean isSquare(int[] dims) {
    return dims[0] > 2 && Arrays.stream(dims).allMatch(width -> width == dims[0]);
  }

  private static boolean isNarrowWideNarrow(int[] dims) {
    return dims.length == 3 && dims[1] > 5 * dims[0] && dims[1] > 5 * dims[2];
  }

  @Test
  void everySecretCatchesEveryStructuralMistake() throws IOException {
    List<KnownMistake> mistakes =
        KnownMistakes.catalogue().stream()
            .filter(mistake -> STRUCTURAL.contains(mistake.kind()))
            .toList();
    assertEquals(14, mistakes.size());
    List<String> missed = new ArrayList<>();
    for (int i = 0; i < SECRETS; i++) {
      for (KnownMistake mistake : mistakes) {
        if (passes(mistake, secret(i))) {
          missed.add(mistake.id() + " with secret " + i);
        }
      }
    }
    assertEquals(List.of(), missed);
  }

  /** The check that is meant for it alone. */
  private static boolean passes(KnownMistake mistake, CourseSecret secret) {
    LabExercise exercise = LabExercise.of(mistake.exercise());
    QuestionSet set = QuestionSet.of(exercise, secret);
    LabInterview interview =
        LabInterview.onDemand(exercise, set, new LocalCallee(mistake.initializer()));
    try {
      Subject.during(interview, () -> check(exercise, mistake.check(), set));
      return true;
    } catch (CheckFailure caught) {
      return false;
    }
  }

  private static void check(LabExercise exercise, String check, QuestionSet set) {
    if (exercise == LabExercise.ZEROS) {
      set.small().forEach(new ZerosChecks()::weightsAreZero);
      return;
    }
    WeightChecks checks = exercise == LabExercise.HE ? new HeChecks() : new RandomChecks();
    if (check.equals("seed")) {
      checks.anotherSeedGivesOtherWeights();
    } else {
      set.small().forEach(checks::theNumbersAreTheReferences);
    }
  }

  @Test
  void widthsBesideEachOtherDifferWhereShapesMustTell() throws IOException {
    QuestionSet set = QuestionSet.of(LabExercise.HE, secret(1));
    for (Structure structure : List.of(Structure.ORDINARY, Structure.ONE_LAYER, Structure.DEEP)) {
      int[] dims = set.structure(structure).numbers();
      assertTrue(IntStream.range(1, dims.length).allMatch(l -> dims[l] != dims[l - 1]));
    }
  }

  private CourseSecret secret(int i) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "the secret of course number " + i);
    return CourseSecret.read(file);
  }
}
