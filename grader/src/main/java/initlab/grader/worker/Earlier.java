package initlab.grader.worker;

import java.util.IdentityHashMap;
import java.util.zip.CRC32C;

/**
 * What was returned before, and what was in it: an object that is returned again with other content
 * has been taken away from whoever got it first.
 */
final class Earlier {
  private final IdentityHashMap<Object, Long> contents = new IdentityHashMap<>();
  private boolean hasChanged;

  /** Notes what an object that is being returned holds. */
  void note(Object returned, byte[] content) {
    CRC32C sum = new CRC32C();
    sum.update(content);
    Long before = contents.put(returned, sum.getValue());
    hasChanged |= before != null && before != sum.getValue();
  }

  /** Whether any object noted since the last time was another one before. */
  boolean hasChanged() {
    boolean changed = hasChanged;
    hasChanged = false;
    return changed;
  }
}
