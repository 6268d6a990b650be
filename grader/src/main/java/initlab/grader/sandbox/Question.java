package initlab.grader.sandbox;

import java.util.Arrays;

/**
 * The arguments of a call. Two questions are equal if they ask the same.
 *
 * @param numbers the numbers, which the method may change
 * @param seed the seed; of no meaning to a method without one
 */
public record Question(int[] numbers, long seed) {
  private static final int SMALL = 100;

  /** Whether it is about a few numbers: together they are at most 100. */
  boolean isSmall() {
    return Arrays.stream(numbers).asLongStream().sum() <= SMALL;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Question question
        && seed == question.seed
        && Arrays.equals(numbers, question.numbers);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(numbers) + Long.hashCode(seed);
  }

  @Override
  public String toString() {
    return Arrays.toString(numbers) + ", seed " + seed;
  }
}
