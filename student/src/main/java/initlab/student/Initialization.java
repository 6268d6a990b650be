package initlab.student;

import java.util.Map;
import java.util.function.BiFunction;
import org.ejml.simple.SimpleMatrix;

/** The three initialisations that the lab compares. */
enum Initialization {
  ZEROS(
      1,
      "zeros initialization",
      "50 %",
      (layerDims, seed) -> Initializers.initializeZeros(layerDims)),
  RANDOM(2, "large random initialization", "83 %", Initializers::initializeRandom),
  HE(3, "He initialization", "99.33 %", Initializers::initializeHe);

  final int exercise;

  /** What its pictures call it. */
  final String pictureTitle;

  private final String rightAccuracy;

  @SuppressWarnings("ImmutableEnumChecker") // the methods are static
  private final BiFunction<int[], Long, Map<String, SimpleMatrix>> method;

  Initialization(
      int exercise,
      String pictureTitle,
      String rightAccuracy,
      BiFunction<int[], Long, Map<String, SimpleMatrix>> method) {
    this.exercise = exercise;
    this.pictureTitle = pictureTitle;
    this.rightAccuracy = rightAccuracy;
    this.method = method;
  }

  /** What texts call it. */
  String title() {
    return Texts.get("lab." + fileName());
  }

  Map<String, SimpleMatrix> initialize(int[] layerDims, long seed) {
    return method.apply(layerDims, seed);
  }

  /**
   * What to say of a trained network: the lesson, or that it is not the one it should be, or that
   * nothing is known of it.
   */
  String comment(String trainAccuracy, boolean isTheLabsOwn) {
    if (!isTheLabsOwn) {
      return Texts.get("lab.comment.own");
    }
    return trainAccuracy.equals(rightAccuracy)
        ? Texts.get("lab.comment." + fileName())
        : Texts.get("lab.comment.wrong", rightAccuracy);
  }

  /** The start of the names of its picture files. */
  String fileName() {
    return switch (this) {
      case ZEROS -> "zeros";
      case RANDOM -> "random";
      case HE -> "he";
    };
  }
}
