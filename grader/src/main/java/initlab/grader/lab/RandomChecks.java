package initlab.grader.lab;

/** Exercise 2. */
final class RandomChecks extends WeightChecks {
  RandomChecks() {
    super(LabExercise.RANDOM);
  }
}
