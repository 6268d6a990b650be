package initlab.grader.sandbox;

/** One of the three methods, callable. */
public interface Initializer {
  /**
   * Calls the method.
   *
   * @param layerDims the layer dimensions, input layer first; not changed
   * @param seed the seed, 0 … 2³² − 1; {@code initializeZeros} has none and ignores it
   * @throws CallFailure if the call gives no map
   * @throws HarnessFault if the call could not be made, through no fault of the submission
   */
  Returned call(int[] layerDims, long seed);

  /** Makes the next call start afresh: in a process that remembers no earlier call. */
  void restart();
}
