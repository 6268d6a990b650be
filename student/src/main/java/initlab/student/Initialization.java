package initlab.student;

import java.util.Map;
import java.util.function.BiFunction;
import org.ejml.simple.SimpleMatrix;

/** The three initialisations that the lab compares. */
enum Initialization {
  ZEROS(1, "50 %", "50 %", (layerDims, seed) -> Initializers.initializeZeros(layerDims)),
  RANDOM(2, "83 %", "86 %", Initializers::initializeRandom),
  HE(3, "99.33 %", "96 %", Initializers::initializeHe);

  final int exercise;

  /** On the train set, from a right answer. */
  final String rightAccuracy;

  final String rightTestAccuracy;

  @SuppressWarnings("ImmutableEnumChecker") // the methods are static
  private final BiFunction<int[], Long, Map<String, SimpleMatrix>> method;

  Initialization(
      int exercise,
      String rightAccuracy,
      String rightTestAccuracy,
      BiFunction<int[], Long, Map<String, SimpleMatrix>> method) {
    this.exercise = exercise;
    this.rightAccuracy = rightAccuracy;
    this.rightTestAccuracy = rightTestAccuracy;
    this.method = method;
  }

  /** What texts call it. */
  String title() {
    return Texts.get("lab." + id());
  }

  Map<String, SimpleMatrix> initialize(int[] layerDims, long seed) {
    return method.apply(layerDims, seed);
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
