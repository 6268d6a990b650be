package initlab.grader.sandbox;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call: what it returned, or why it returned nothing.
 *
 * @param returned null if it returned nothing
 * @param failure null if it returned something
 */
public record Reply(@Nullable Returned returned, @Nullable CallFailure failure) {
  /** The name of a key that is no text is that of its class, with a dot or a bracket in it. */
  private static final Pattern TEXT = Pattern.compile("\\w*");

  /**
   * What Java's own exceptions say, but for identities, addresses of lambdas, and what was cut off;
   * what a process runs out of is an error.
   */
  private static final Pattern EXCEPTION =
      Pattern.compile("java\\.(lang|util)\\.\\w+Exception\\b((?![$][$]Lambda|/0x)[^@…])*");

  /** A call that returned something. */
  public static Reply of(Returned returned) {
    return new Reply(returned, null);
  }

  /** A call that did not. */
  public static Reply of(CallFailure failure) {
    return new Reply(null, failure);
  }

  /**
   * What the call returned.
   *
   * @throws CallFailure if it returned nothing
   */
  public Returned get() {
    if (failure != null) {
      throw failure;
    }
    return Objects.requireNonNull(returned);
  }

  /** Whether the call returned something. */
  boolean isAnswer() {
    return failure == null;
  }

  /**
   * Whether nothing that went before in a process can have had part in it: it is a whole map under
   * names that are texts, or an exception of Java's. The order of other keys, and so what is looked
   * at of them, follows from identity hashes, which tell what went before.
   */
  boolean isPlain() {
    return returned == null ? isPlainException() : isPlainMap(returned);
  }

  private static boolean isPlainMap(Returned returned) {
    return !returned.hasMore()
        && returned.entries().stream().allMatch(entry -> TEXT.matcher(entry.name()).matches());
  }

  private boolean isPlainException() {
    return failure != null
        && failure.kind() == CallFailure.Kind.THREW
        && EXCEPTION.matcher(String.valueOf(failure.getMessage())).matches();
  }

  /** Whether the call ran out of time. */
  public boolean isTimeout() {
    return isCpuTimeout() || (failure != null && failure.kind() == CallFailure.Kind.TIMEOUT);
  }

  boolean isCpuTimeout() {
    return failure != null && failure.kind() == CallFailure.Kind.CPU_TIMEOUT;
  }

  /** Whether the call ended its process for no want of time or memory. */
  boolean isDeath() {
    return failure != null && failure.kind() == CallFailure.Kind.DIED;
  }

  boolean isKilled() {
    return failure != null && failure.kind() == CallFailure.Kind.KILLED;
  }

  private boolean isOutOfMemory() {
    return failure != null && failure.kind() == CallFailure.Kind.OUT_OF_MEMORY;
  }

  /** Whether the call ended its process, or had to be ended with it. */
  boolean hasEndedItsProcess() {
    return isTimeout() || isOutOfMemory() || isKilled() || isDeath();
  }
}
