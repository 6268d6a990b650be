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
      "fails to break symmetry",
      (layerDims, seed) -> Initializers.initializeZeros(layerDims)),
  RANDOM(
      2,
      "large random initialization",
      "83 %",
      "weights are too large",
      Initializers::initializeRandom),
  HE(3, "He initialization", "99.33 %", "the recommended method", Initializers::initializeHe);

  final int exercise;
  final String title;
  private final String rightAccuracy;
  private final String comment;

  @SuppressWarnings("ImmutableEnumChecker") // the methods are static
  private final BiFunction<int[], Long, Map<String, SimpleMatrix>> method;

  Initialization(
      int exercise,
      String title,
      String rightAccuracy,
      String comment,
      BiFunction<int[], Long, Map<String, SimpleMatrix>> method) {
    this.exercise = exercise;
    this.title = title;
    this.rightAccuracy = rightAccuracy;
    this.comment = comment;
    this.method = method;
  }

  Map<String, SimpleMatrix> initialize(int[] layerDims, long seed) {
    return method.apply(layerDims, seed);
  }

  /** What to say of a trained network: the lesson, or that it is not the one it should be. */
  String comment(String trainAccuracy, boolean isTheLabsOwn) {
    return !isTheLabsOwn || trainAccuracy.equals(rightAccuracy)
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
