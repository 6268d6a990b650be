package initlab.grader.lab;

import initlab.grader.sandbox.HarnessFault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Values of a function that takes long and whose arguments come back: a class makes the same
 * mistakes. Each is made once, by one lane, while others wait for it; those least asked for are
 * forgotten.
 */
final class Remembered<K, V> {
  private final Map<K, FutureTask<V>> values;

  /**
   * None yet.
   *
   * @param most so many are remembered
   */
  Remembered(int most) {
    values =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, FutureTask<V>> eldest) {
            return size() > most;
          }
        };
  }

  /** The value for a key, made now if it is not known. */
  V get(K key, Supplier<V> make) {
    FutureTask<V> value = task(key, make);
    value.run(); // does nothing where another lane has begun
    try {
      return value.get();
    } catch (ExecutionException e) {
      throw new HarnessFault("a training or its picture failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HarnessFault("grading was interrupted", e);
    }
  }

  private synchronized FutureTask<V> task(K key, Supplier<V> make) {
    return values.computeIfAbsent(key, unknown -> new FutureTask<>(make::get));
  }
}
