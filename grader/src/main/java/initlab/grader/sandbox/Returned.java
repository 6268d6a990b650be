package initlab.grader.sandbox;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a call returned, copied out of the worker.
 *
 * @param entries the entries of the map, in its order
 * @param hasMore whether the map had more entries than are looked at
 * @param overwritesEarlier whether it is, or holds, what an earlier call returned, with other
 *     numbers
 * @param numbersAfter the caller's array after the call
 */
public record Returned(
    List<Entry> entries, boolean hasMore, boolean overwritesEarlier, int[] numbersAfter) {
  /** A whole map of its own, from a call that left its argument as {@code numbers}. */
  public static Returned of(List<Entry> entries, int[] numbers) {
    return new Returned(entries, false, false, numbers);
  }

  /** The matrices by name, in the order of their names. */
  public Map<String, Matrix> matrices() {
    Map<String, Matrix> matrices = new TreeMap<>();
    for (Entry entry : entries) {
      if (entry instanceof MatrixEntry matrix) {
        matrices.putIfAbsent(matrix.name(), matrix.matrix());
      }
    }
    return matrices;
  }

  /** An entry of the map. */
  public sealed interface Entry {
    /** The key, cut to 32 characters; of a key that is no string, its class. */
    String name();
  }

  /** An entry with a real double matrix. */
  public record MatrixEntry(String name, Matrix matrix) implements Entry {}

  /** A matrix with more numbers than are read: its shape alone. */
  public record HugeEntry(String name, int rows, int cols) implements Entry {}

  /** An entry without a real double matrix. */
  public record OtherEntry(String name, String description) implements Entry {}
}
