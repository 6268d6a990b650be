package initlab.student;

import java.util.Map;
import java.util.function.Function;
import org.ejml.simple.SimpleMatrix;

/** The three initialisations that the lab compares, each with the seed of the lab. */
enum Initialization {
  ZEROS(
      1, "zeros initialization", "50 %", "fails to break symmetry", Initializers::initializeZeros),
  RANDOM(
      2,
      "large random initialization",
      "83 %",
      "weights are too large",
      layerDims -> Initializers.initializeRandom(layerDims, Initialization.SEED)),
  HE(
      3,
      "He initialization",
      "99.33 %",
      "the recommended method",
      layerDims -> Initializers.initializeHe(layerDims, Initialization.SEED));

  /** The seed of the whole lab. */
  static final long SEED = 3;

  final int exercise;
  final String title;
  private final String rightAccuracy;
  private final String comment;

  @SuppressWarnings("ImmutableEnumChecker") // the methods are static
  private final Function<int[], Map<String, SimpleMatrix>> method;

  Initialization(
      int exercise,
      String title,
      String rightAccuracy,
      String comment,
      Function<int[], Map<String, SimpleMatrix>> method) {
    this.exercise = exercise;
    this.title = title;
    this.rightAccuracy = rightAccuracy;
    this.comment = comment;
    this.method = method;
  }

  Map<String, SimpleMatrix> initialize(int[] layerDims) {
    return method.apply(layerDims);
  }

  /** What to say of a trained network: the lesson, or that it is not the one it should be. */
  String comment(String trainAccuracy) {
    return trainAccuracy.equals(rightAccuracy)
        ? comment
        : "should be " + rightAccuracy + ": run the tests";
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
