package initlab.grader.checks;

/** Exercise 3. */
final class HeChecks extends WeightChecks {
  HeChecks() {
    super(Exercise.HE);
  }
}
