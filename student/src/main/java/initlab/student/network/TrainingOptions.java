package initlab.student.network;

/**
 * How a network is trained.
 *
 * @param learningRate the factor of each gradient step
 * @param iterations the number of gradient steps
 * @param costEvery how many iterations lie between two recorded costs
 */
public record TrainingOptions(double learningRate, int iterations, int costEvery) {
  /** The lab's own: learning rate 0.01, 15,000 iterations, a cost every 1,000. */
  public static final TrainingOptions DEFAULT = new TrainingOptions(0.01, 15_000, 1_000);
}
