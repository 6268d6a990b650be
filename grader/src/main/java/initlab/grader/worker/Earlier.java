package initlab.grader.worker;

import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was returned before, and what was in it: whoever got it still has it. An object that is
 * returned again with other content, or a map that has other content after the next call, has been
 * taken away from its first owner.
 */
final class Earlier {
  private final Map<Identity, Long> contents = new HashMap<>();
  private final ReferenceQueue<Object> forgotten = new ReferenceQueue<>();
  private final Bytes scratch = new Bytes();
  private @Nullable Map<?, ?> last;
  private long lastContent;
  private boolean hasChanged;

  /** Notes what an object that is being returned holds. */
  void note(Object returned, long content) {
    forget();
    Long before = contents.put(new Identity(returned, forgotten), content);
    hasChanged |= before != null && before != content;
  }

  /** What nobody holds any more cannot be returned again. */
  private void forget() {
    Reference<?> next = forgotten.poll();
    while (next != null) {
      contents.remove(next);
      next = forgotten.poll();
    }
  }

  /** Notes a map that is being returned; the one before it must still be what it was. */
  void noteLast(Map<?, ?> returned, long content) {
    hasChanged |= last != null && last != returned && contentNow(last) != lastContent;
    last = returned;
    lastContent = content;
  }

  /**
   * What a caller finds in it now; whoever refuses to tell has another content. Where the stack
   * ends is not its doing alone.
   */
  private long contentNow(Map<?, ?> map) {
    try {
      return ResultCopy.content(map, scratch);
    } catch (IOException | RuntimeException e) {
      return -1;
    }
  }

  /** Whether any object noted since the last time was another one before. */
  boolean hasChanged() {
    boolean changed = hasChanged;
    hasChanged = false;
    return changed;
  }

  /** One object, not those equal to it, for as long as somebody holds it. */
  private static final class Identity extends WeakReference<Object> {
    private final int hash;

    Identity(Object object, ReferenceQueue<Object> forgotten) {
      super(object, forgotten);
      hash = System.identityHashCode(object);
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true; // also when it holds nothing any more
      }
      Object held = get();
      return held != null && other instanceof Identity identity && held == identity.get();
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
