package initlab.student;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;

/** What the public tests ask of a map of parameters; failures say which matrix, and likely why. */
final class ParameterAssertions {
  private static final double TOLERANCE = 1e-9;
  private static final int SHOWN_ROWS = 6;

  private ParameterAssertions() {}

  static void assertNames(
      String at, Map<String, SimpleMatrix> expected, Map<String, SimpleMatrix> yours) {
    Set<String> missing = new TreeSet<>(expected.keySet());
    missing.removeAll(yours.keySet());
    Set<String> extra = new TreeSet<>(yours.keySet());
    extra.removeAll(expected.keySet());
    if (!missing.isEmpty() || !extra.isEmpty()) {
      fail(
          Texts.get(
              "test.names",
              at,
              new TreeSet<>(expected.keySet()),
              new TreeSet<>(yours.keySet()),
              LikelyReason.ofNames(missing, extra)));
    }
    for (String name : expected.keySet()) {
      assertNotNull(yours.get(name), () -> Texts.get("test.null-matrix", at, name));
    }
  }

  static void assertShapes(
      String at, Map<String, SimpleMatrix> expected, Map<String, SimpleMatrix> yours) {
    assertNames(at, expected, yours);
    expected.forEach(
        (name, matrix) -> {
          String right = shape(matrix);
          String wrong = shape(yours.get(name));
          if (!right.equals(wrong)) {
            String reason = LikelyReason.ofShape(name, matrix, yours.get(name));
            fail(Texts.get("test.shape", at, name, right, wrong, reason));
          }
        });
  }

  static void assertValues(
      Exercise exercise,
      PublicCase example,
      Map<String, SimpleMatrix> expected,
      Map<String, SimpleMatrix> yours) {
    String at = exercise.at(example.layerDims(), example.seed());
    assertShapes(at, expected, yours);
    expected.forEach(
        (name, matrix) -> {
          if (!isClose(matrix, yours.get(name))) {
            int digits = digits(matrix, yours.get(name));
            String right = show(matrix, digits);
            String wrong = Texts.get("test.values", at, name, right, show(yours.get(name), digits));
            fail(wrong + LikelyReason.ofValues(name, exercise, expected, yours));
          }
        });
  }

  /** Equal to a relative 1e-9: a difference in the last bit is no mistake. */
  static boolean isClose(SimpleMatrix expected, SimpleMatrix yours) {
    for (int i = 0; i < expected.getNumElements(); i++) {
      double difference = Math.abs(expected.get(i) - yours.get(i));
      if (!(difference <= TOLERANCE * Math.abs(expected.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static String shape(SimpleMatrix matrix) {
    return matrix.getNumRows() + " × " + matrix.getNumCols();
  }

  private static String show(SimpleMatrix matrix, int digits) {
    return Stream.of(matrix.toArray2())
        .limit(SHOWN_ROWS)
        .map(row -> showRow(row, digits))
        .collect(Collectors.joining(", ", "[", matrix.getNumRows() > SHOWN_ROWS ? ", …]" : "]"));
  }

  private static String showRow(double[] row, int digits) {
    return Arrays.stream(row)
        .mapToObj(value -> String.format(Locale.ROOT, "%." + digits + "f", value + 0.0)) // no -0
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** As many digits as it takes to see a difference. */
  private static int digits(SimpleMatrix expected, SimpleMatrix yours) {
    return Stream.of(4, 8, 12)
        .filter(digits -> !show(expected, digits).equals(show(yours, digits)))
        .findFirst()
        .orElse(16);
  }
}
