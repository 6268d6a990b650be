package initlab.grader.rubric;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What lateness costs. It needs nothing but the time of the hand-in, so that it can be applied
 * again to results on disk.
 *
 * @param due when answers are due
 * @param grace how much later costs nothing
 * @param percentPerDay what each day that has begun after the due time costs, of the points earned
 * @param capPercent the most that lateness costs
 * @param extensions other due times, by the name or id of the student, or the name of the
 *     submission
 */
public record LatePolicy(
    Instant due,
    Duration grace,
    double percentPerDay,
    double capPercent,
    Map<String, Instant> extensions) {
  private static final Duration DAY = Duration.ofDays(1);

  /** The same with other extensions. */
  public LatePolicy with(Map<String, Instant> extensions) {
    return new LatePolicy(due, grace, percentPerDay, capPercent, extensions);
  }

  /**
   * How late an answer is.
   *
   * @param minutes after the due time, the last one begun
   * @param percent what that costs
   */
  public record Lateness(long minutes, double percent) {}

  /**
   * How late an answer is that was handed in at a time.
   *
   * @param names what an extension may call it; the latest of several extensions counts
   */
  public Lateness of(Set<String> names, Instant handedIn) {
    Duration late = Duration.between(due(names), handedIn);
    if (late.compareTo(grace) <= 0) {
      return new Lateness(0, 0);
    }
    long minutes = begun(late, Duration.ofMinutes(1));
    return new Lateness(minutes, Math.min(capPercent, percentPerDay * begun(late, DAY)));
  }

  private Instant due(Set<String> names) {
    return names.stream()
        .filter(extensions::containsKey)
        .map(extensions::get)
        .filter(due::isBefore) // what comes before the due time is no extension
        .max(Instant::compareTo)
        .orElse(due);
  }

  private static long begun(Duration time, Duration unit) {
    return time.plus(unit).minusNanos(1).dividedBy(unit);
  }
}
