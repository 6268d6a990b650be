package initlab.grader.lab;

/** Exercise 3. */
final class HeChecks extends WeightChecks {
  HeChecks() {
    super(LabExercise.HE);
  }
}
