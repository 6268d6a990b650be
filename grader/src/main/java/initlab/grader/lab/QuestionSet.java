package initlab.grader.lab;

import static initlab.grader.lab.Structure.between;

import initlab.datasets.RandomState;
import initlab.grader.assignment.CourseSecret;
import initlab.grader.sandbox.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/**
 * All that a method is asked in a grading, drawn up from the course's secret. It is asked once, and
 * many checks judge the answers.
 *
 * <p>Seeds from 2³¹ on are asked for a small network alone, so that who cannot read them loses the
 * checks of seeds and exact numbers and no others.
 */
public final class QuestionSet {
  private static final int OFTEN = 150;
  private static final long TWO_TO_31 = 1L << 31;
  private static final long FOUR_BILLION = 4_000_000_000L;

  private final Map<Structure, Question> structures = new EnumMap<>(Structure.class);
  private final List<Question> seeds = new ArrayList<>();
  private final List<Question> wide = new ArrayList<>();
  private final Question large;
  private final Question training;

  private QuestionSet(Random random, boolean hasSeeds) {
    for (Structure structure : Structure.values()) {
      structures.put(structure, new Question(structure.draw(random), ordinarySeed(random)));
    }
    if (hasSeeds) {
      drawSeeds(random);
    }
    drawWide(random);
    large =
        new Question(
            new int[] {
              between(random, 286, 300), between(random, 360, 380), between(random, 286, 300)
            },
            ordinarySeed(random));
    training = new Question(TrainingComparison.LAYER_DIMS, TrainingComparison.SEED);
  }

  /** The questions of a secret about an exercise. */
  public static QuestionSet of(LabExercise exercise, CourseSecret secret) {
    return drawn(exercise, new Random(secret.seed("questions." + exercise.id())));
  }

  static QuestionSet drawn(LabExercise exercise, Random random) {
    return new QuestionSet(random, exercise.method().hasSeed());
  }

  private static long ordinarySeed(Random random) {
    return 2 + (long) (random.nextDouble() * (TWO_TO_31 - 3));
  }

  private void drawSeeds(Random random) {
    int[] layerDims = Structure.widths(random, 3, 3, 9);
    long aboveFourBillion =
        FOUR_BILLION + 1 + (long) (random.nextDouble() * (RandomState.MAX_SEED - FOUR_BILLION - 1));
    Stream.of(
            ordinarySeed(random),
            (long) between(random, 2, 1_000),
            0L,
            1L,
            TWO_TO_31 - 1,
            TWO_TO_31,
            aboveFourBillion,
            RandomState.MAX_SEED)
        .forEach(seed -> seeds.add(new Question(layerDims, seed)));
  }

  /** 3 layers with at least 8,100 weights each, for a seed and for the next. */
  private void drawWide(Random random) {
    int[] layerDims = Structure.widths(random, 4, 90, 110);
    long seed = ordinarySeed(random);
    wide.add(new Question(layerDims, seed));
    wide.add(new Question(layerDims, seed + 1));
  }

  /** The simplest networks: who cannot answer these has not begun. */
  List<Question> simple() {
    return List.of(structure(Structure.ORDINARY), structure(Structure.ONE_LAYER));
  }

  /** Networks of every kind but those of ten layers, with ordinary seeds; the simplest first. */
  List<Question> ordinary() {
    List<Question> ordinary = new ArrayList<>(structures.values());
    ordinary.remove(structure(Structure.TEN_LAYERS));
    ordinary.addAll(wide);
    ordinary.add(large);
    return ordinary;
  }

  /** Networks of every kind, and seeds of every kind, that are answered in no time. */
  List<Question> small() {
    List<Question> small = new ArrayList<>(structures.values());
    small.remove(structure(Structure.VERY_WIDE));
    small.remove(structure(Structure.THOUSAND));
    small.addAll(seeds);
    return small;
  }

  Question structure(Structure structure) {
    return Objects.requireNonNull(structures.get(structure));
  }

  /** One small network for seeds of every kind. */
  List<Question> seeds() {
    return Collections.unmodifiableList(seeds);
  }

  /** A wide network for a seed and for the next one. */
  List<Question> wide() {
    return Collections.unmodifiableList(wide);
  }

  /**
   * 2 layers with at least 102,960 weights each, narrow, wide and narrow: enough to tell a scale
   * that is off by 2 %, and fan-in from fan-out.
   */
  Question large() {
    return large;
  }

  /** The lab's own network. */
  Question training() {
    return training;
  }

  /** Every question once. */
  List<Question> all() {
    return Stream.of(structures.values(), seeds, wide, List.of(large, training))
        .flatMap(questions -> questions.stream())
        .toList();
  }

  /**
   * What is asked again last, many times: who answers 98 of 100 calls is met with a probability of
   * 98 %.
   */
  List<Question> often() {
    return Collections.nCopies(OFTEN, structure(Structure.ONE_LAYER));
  }

  /** What is asked again, in an order unlike the first: seeds and layer dimensions change. */
  List<Question> repeated() {
    List<Question> repeated = new ArrayList<>();
    repeated.add(training);
    repeated.add(structure(Structure.TEN_LAYERS));
    List<Question> backwards = new ArrayList<>(seeds);
    Collections.reverse(backwards);
    repeated.addAll(backwards);
    repeated.add(structure(Structure.ONES));
    repeated.add(structure(Structure.ORDINARY));
    return repeated;
  }

  /** The texts that would give questions away: what the secret alone decides. */
  Stream<String> hidden() {
    Stream<Question> large = Stream.concat(wide.stream(), Stream.of(this.large));
    return Stream.concat(
        Stream.concat(structures.values().stream(), large)
            .map(question -> String.valueOf(question.seed())),
        Stream.of(structure(Structure.DEEP), structure(Structure.TEN_LAYERS), this.large)
            .map(question -> HiddenInputs.text(question.numbers())));
  }
}
