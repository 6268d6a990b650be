package initlab.grader.checks;

/** Exercise 2. */
final class RandomChecks extends WeightChecks {
  RandomChecks() {
    super(Exercise.RANDOM);
  }
}
