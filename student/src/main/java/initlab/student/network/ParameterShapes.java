package initlab.student.network;

import java.util.Map;
import java.util.Objects;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;

/** Refuses parameters that do not fit together, before a matrix product fails with less to say. */
final class ParameterShapes {
  private ParameterShapes() {}

  /**
   * Checks that the parameters are W1, b1, …, WL, bL and fit the inputs and one another.
   *
   * @param inputs the rows of the data
   * @throws IllegalArgumentException naming the parameter that does not fit
   */
  static void check(@Nullable Map<String, SimpleMatrix> parameters, int inputs) {
    if (parameters == null || parameters.size() < 2) {
      throw new IllegalArgumentException(
          "there are no parameters (" + parameters + "): W1 and b1 are the first");
    }
    int layers = parameters.size() / 2;
    int width = inputs;
    for (int l = 1; l <= layers; l++) {
      SimpleMatrix w = required(parameters, "W" + l, layers);
      checkSize("W" + l, "columns", w.getNumCols(), width);
      width = w.getNumRows();
      SimpleMatrix b = required(parameters, "b" + l, layers);
      checkSize("b" + l, "rows", b.getNumRows(), width);
      checkSize("b" + l, "columns", b.getNumCols(), 1);
    }
    if (width != 1) {
      throw new IllegalArgumentException(
          "W%d has %d rows, but the last layer has 1 neuron".formatted(layers, width));
    }
  }

  private static SimpleMatrix required(
      Map<String, SimpleMatrix> parameters, String name, int layers) {
    SimpleMatrix value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "parameter %s is missing: %d layers need W1, b1, …, W%d, b%d"
              .formatted(name, layers, layers, layers));
    }
    if (value.hasUncountable()) {
      throw new IllegalArgumentException(name + " has numbers that are infinite or NaN");
    }
    return value;
  }

  private static void checkSize(String name, String what, int actual, int expected) {
    if (actual != expected) {
      throw new IllegalArgumentException(
          "%s has a wrong shape: number of %s %d, expected %d"
              .formatted(name, what, actual, expected));
    }
  }

  /** A matrix that is known to be there. */
  static SimpleMatrix matrix(Map<String, SimpleMatrix> parameters, String name) {
    return Objects.requireNonNull(parameters.get(name), name);
  }
}
