package initlab.grader.sandbox;

import java.time.Duration;

/**
 * How long a process may take.
 *
 * @param cpu the processor time of one answer, and the time in which nothing wants the processor;
 *     what load on the machine does not change
 * @param wall the time on the clock of one answer, generous, for code that waits instead of working
 */
public record Limits(Duration cpu, Duration wall) {
  /** One call of a method: an honest one takes milliseconds. */
  public static final Limits CALL = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(40));

  /**
   * One call about a small network, of a method that provably does nothing but compute: an honest
   * one takes milliseconds. 30 calls as long as this, of some 190, are over {@link #ALL_CALLS}.
   * Code that takes as long once, before its first answer, is taken for endless too.
   */
  static final Limits SMALL_CALL = new Limits(Duration.ofSeconds(2), CALL.wall());

  /** Processor time of all slow calls of one method together: honest ones need less than one. */
  public static final Duration ALL_CALLS = Duration.ofSeconds(60);

  /** Time that all calls of one method together spend waiting for nothing: honest ones do not. */
  public static final Duration ALL_WAITING = Duration.ofSeconds(10);

  /** One compilation: an honest one takes half a second. */
  public static final Limits COMPILATION =
      new Limits(Duration.ofSeconds(15), Duration.ofSeconds(120));

  /** The start of a process, until it says hello. */
  public static final Limits START = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(120));
}
