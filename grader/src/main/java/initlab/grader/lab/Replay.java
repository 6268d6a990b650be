package initlab.grader.lab;

import initlab.grader.sandbox.Matrix;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A line of Java that shows a failure again, on a screen, to whoever has the handout. */
final class Replay {
  private static final int ROWS = 6;
  private static final int COLS = 5;

  private Replay() {}

  /** The call, in Java. */
  static String call(Answer answer, long seed) {
    return "Initializers.%s(%s)"
        .formatted(
            answer.exercise().method().name(), arguments(answer, dims(answer.layerDims()), seed));
  }

  private static String arguments(Answer answer, String dims, long seed) {
    return answer.exercise().method().hasSeed() ? dims + ", " + seed + "L" : dims;
  }

  private static String dims(int[] layerDims) {
    return Arrays.stream(layerDims)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(", ", "new int[] {", "}"));
  }

  /** Prints a part of what is returned: {@code .get("W1")}. */
  static String print(Answer answer, String part) {
    return "System.out.println(%s%s);".formatted(call(answer, answer.seed()), part);
  }

  /** Prints as much of a matrix as a screen holds. */
  static String matrix(Answer answer, String name) {
    Matrix matrix = answer.returned().matrices().get(name);
    return print(answer, ".get(\"" + name + "\")" + (matrix == null ? "" : corner(matrix)));
  }

  private static String corner(Matrix matrix) {
    return matrix.rows() <= ROWS && matrix.cols() <= COLS
        ? ""
        : ".extractMatrix(0, %d, 0, %d)"
            .formatted(Math.min(ROWS, matrix.rows()), Math.min(COLS, matrix.cols()));
  }

  static String shape(Answer answer, String name) {
    String part = ".get(\"" + name + "\")";
    return print(answer, part + ".getNumRows()") + " " + print(answer, part + ".getNumCols()");
  }

  /** Shows the array of layer dimensions after a call. */
  static String argument(Answer answer) {
    return "int[] dims = %s; Initializers.%s(%s); System.out.println(java.util.Arrays.toString(dims));"
        .formatted(
            dims(answer.layerDims()),
            answer.exercise().method().name(),
            arguments(answer, "dims", answer.seed()));
  }

  /** Shows one map before and after another call. */
  static String kept(Answer answer) {
    return "var map = %s; System.out.println(map); %s; System.out.println(map);"
        .formatted(call(answer, answer.seed()), call(answer, answer.seed() + 1));
  }
}
