package initlab.grader.sandbox;

import java.util.List;

/** One of the three methods, callable. */
public interface Callee {
  /**
   * Calls the method with each question, in their order.
   *
   * @return as many replies
   * @throws HarnessFault if the calls could not be made, through no fault of the submission
   */
  List<Reply> callAll(List<Question> questions);

  /** Makes the next call start afresh: in a process that remembers no earlier call. */
  void restart();

  /**
   * Calls the method once.
   *
   * @throws CallFailure if the call gives no map
   */
  default Returned call(int[] numbers, long seed) {
    return callAll(List.of(new Question(numbers, seed))).get(0).get();
  }
}
