package initlab.grader.lab;

import initlab.grader.assignment.CheckFailure;
import initlab.grader.sandbox.Matrix;
import initlab.grader.sandbox.Returned;
import initlab.grader.sandbox.Returned.Entry;
import initlab.grader.sandbox.Returned.HugeEntry;
import initlab.grader.sandbox.Returned.MatrixEntry;
import initlab.grader.sandbox.Returned.OtherEntry;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a student's method returned for some layer dimensions and seed.
 *
 * @param exercise whose method it was
 * @param layerDims the argument
 * @param seed the argument; of no meaning in exercise 1
 * @param returned what came back
 */
record Answer(LabExercise exercise, int[] layerDims, long seed, Returned returned) {
  /** An ulp is no mistake: √(2/n) can be written in several ways that differ in the last bit. */
  static final double RELATIVE_TOLERANCE = 1e-9;

  /** The call, for messages: {@code initializeHe([2, 4, 1], 3)}. */
  String call() {
    String dims = Arrays.toString(layerDims);
    String name = exercise.method().name();
    return exercise.method().hasSeed()
        ? "%s(%s, %d)".formatted(name, dims, seed)
        : "%s(%s)".formatted(name, dims);
  }

  /**
   * A failure about this call, with a line that shows it again to whoever has the handout.
   *
   * @param part what to look at of the returned map, in Java: {@code .get("W1")}
   * @param key the sentence
   */
  CheckFailure failure(String part, String key, Object... values) {
    return failureSeenBy(Replay.print(this, part), key, values);
  }

  /**
   * A failure about this call.
   *
   * @param line what shows it again, as by {@link Replay}
   * @param key the sentence
   */
  CheckFailure failureSeenBy(String line, String key, Object... values) {
    return new CheckFailure(
        call() + ": " + LabMessages.get(key, values) + "\n" + LabMessages.get("check.again", line));
  }

  /** The names that the map must have, in order. */
  Set<String> rightNames() {
    Set<String> names = new LinkedHashSet<>();
    for (int l = 1; l < layerDims.length; l++) {
      names.add("W" + l);
      names.add("b" + l);
    }
    return names;
  }

  /**
   * The matrices under their names.
   *
   * @throws CheckFailure unless there is exactly one real double matrix for every name
   */
  Map<String, Matrix> parameters() {
    Map<String, Matrix> parameters = new LinkedHashMap<>();
    for (Entry entry : sortedEntries()) {
      if (parameters.put(entry.name(), matrix(entry)) != null) {
        throw failure(".keySet()", "check.twice", entry.name());
      }
    }
    Set<String> right = rightNames();
    if (!parameters.keySet().equals(right) || returned.hasMore()) {
      String key = returned.hasMore() ? "check.names-and-more" : "check.names";
      throw failure(".keySet()", key, parameters.keySet(), right);
    }
    return parameters;
  }

  /** By name: a map of the student's may have another order in every run. */
  private List<Entry> sortedEntries() {
    return returned.entries().stream().sorted(Comparator.comparing(Entry::name)).toList();
  }

  private Matrix matrix(Entry entry) {
    if (entry instanceof MatrixEntry matrix) {
      return matrix.matrix();
    }
    if (entry instanceof HugeEntry huge) {
      throw failure(".keySet()", "check.too-large", huge.name(), huge.rows(), huge.cols());
    }
    OtherEntry other = (OtherEntry) entry;
    throw failure(".keySet()", "check.no-matrix", other.name(), other.description());
  }

  /**
   * The weight matrix or bias vector of a layer, 1 … L.
   *
   * @param kind W or b
   * @throws CheckFailure if it is missing or has the wrong shape
   */
  Matrix parameter(String kind, int layer) {
    Matrix matrix = parameters().get(kind + layer);
    int rows = layerDims[layer];
    int cols = kind.equals("W") ? layerDims[layer - 1] : 1;
    if (matrix == null || matrix.rows() != rows || matrix.cols() != cols) {
      String key = matrix == null ? "check.missing" : "check.shape";
      String name = kind + layer;
      String shape = matrix == null ? "" : matrix.shape();
      throw matrix == null
          ? failure(".keySet()", key, name, shape, rows, cols)
          : failureSeenBy(Replay.shape(this, name), key, name, shape, rows, cols);
    }
    return matrix;
  }

  /** All parameters, in the order W1, b1, …, WL, bL, each in its right shape. */
  Map<String, Matrix> parametersInOrder() {
    Map<String, Matrix> parameters = new LinkedHashMap<>();
    for (int l = 1; l <= layers(); l++) {
      parameters.put("W" + l, parameter("W", l));
      parameters.put("b" + l, parameter("b", l));
    }
    return parameters;
  }

  /** Whether the numbers are the reference's, but for what a last digit or two may differ. */
  boolean isTheReferences() {
    Map<String, Matrix> yours = parametersInOrder();
    return exercise.right(layerDims, seed).entrySet().stream()
        .allMatch(right -> isClose(yours.get(right.getKey()), right.getValue()));
  }

  private static boolean isClose(@Nullable Matrix yours, Matrix right) {
    return yours != null && (yours.hasSameBits(right) || yours.isClose(right, RELATIVE_TOLERANCE));
  }

  int layers() {
    return layerDims.length - 1;
  }
}
