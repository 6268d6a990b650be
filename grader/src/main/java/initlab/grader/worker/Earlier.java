package initlab.grader.worker;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was returned before, and what was in it: whoever got it still has it. An object that is
 * returned again with other content, or a map that has other content after the next call, has been
 * taken away from its first owner.
 */
final class Earlier {
  private final IdentityHashMap<Object, Long> contents = new IdentityHashMap<>();
  private final Bytes scratch = new Bytes();
  private @Nullable Map<?, ?> last;
  private long lastContent;
  private boolean hasChanged;

  /** Notes what an object that is being returned holds. */
  void note(Object returned, long content) {
    Long before = contents.put(returned, content);
    hasChanged |= before != null && before != content;
  }

  /** Notes a map that is being returned; the one before it must still be what it was. */
  void noteLast(Map<?, ?> returned, long content) {
    hasChanged |= last != null && last != returned && contentNow(last) != lastContent;
    last = returned;
    lastContent = content;
  }

  /** What a caller finds in it now; whoever refuses to tell has another content. */
  private long contentNow(Map<?, ?> map) {
    try {
      return ResultCopy.content(map, scratch);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return -1;
    }
  }

  /** Whether any object noted since the last time was another one before. */
  boolean hasChanged() {
    boolean changed = hasChanged;
    hasChanged = false;
    return changed;
  }
}
