package initlab.student;

import java.util.Map;
import java.util.function.BiFunction;
import org.ejml.simple.SimpleMatrix;

/** The three initialisations that the lab compares. */
enum Initialization {
  ZEROS(1, "50 %", (layerDims, seed) -> Initializers.initializeZeros(layerDims)),
  RANDOM(2, "83 %", Initializers::initializeRandom),
  HE(3, "99.33 %", Initializers::initializeHe);

  final int exercise;

  private final String rightAccuracy;

  @SuppressWarnings("ImmutableEnumChecker") // the methods are static
  private final BiFunction<int[], Long, Map<String, SimpleMatrix>> method;

  Initialization(
      int exercise,
      String rightAccuracy,
      BiFunction<int[], Long, Map<String, SimpleMatrix>> method) {
    this.exercise = exercise;
    this.rightAccuracy = rightAccuracy;
    this.method = method;
  }

  /** What texts call it. */
  String title() {
    return Texts.get("lab." + id());
  }

  Map<String, SimpleMatrix> initialize(int[] layerDims, long seed) {
    return method.apply(layerDims, seed);
  }

  /**
   * What to say of a trained network: the lesson, or that it is not the one it should be, or that
   * nothing is known of it.
   */
  String comment(String trainAccuracy, boolean isTheLabsOwn) {
    if (Recognition.of(this).isPresent()) {
      return Texts.get("lab.comment.mistake", exercise);
    }
    if (!isTheLabsOwn) {
      return Texts.get("lab.comment.own");
    }
    return isRight(trainAccuracy)
        ? Texts.get("lab.comment." + id())
        : Texts.get("lab.comment.wrong", rightAccuracy);
  }

  /** Whether nothing speaks against a right answer: no known mistake, and its accuracy. */
  boolean isRight(String trainAccuracy) {
    return Recognition.of(this).isEmpty() && trainAccuracy.equals(rightAccuracy);
  }

  /** Its name in keys and styles. */
  String id() {
    return switch (this) {
      case ZEROS -> "zeros";
      case RANDOM -> "random";
      case HE -> "he";
    };
  }
}
