package initlab.grader.run;

import java.util.List;
import java.util.Map;

/** Is told how a run goes. */
public interface RunListener {
  /**
   * There are results of an earlier run.
   *
   * @param reasons the submissions by why they are graded, or are not
   */
  void goesOn(Map<Reason, List<String>> reasons);

  /** Grading begins. */
  void starts(int total);

  /** A submission's turn has come; from the thread of its lane. */
  void begins(String submission);

  /** One more submission has its result. */
  void graded(String submission, int done, int total);

  /** All was graded before, by the same command. */
  void nothingToDo(int total);

  /** The grader failed where there is an earlier result, so that all earlier ones stay. */
  void keepsTheOld(String submission);
}
