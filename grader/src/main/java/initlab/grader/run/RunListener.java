package initlab.grader.run;

import java.util.List;
import java.util.Map;

/** Is told how a run goes, from the thread that grades. */
public interface RunListener {
  /**
   * There are results of an earlier run.
   *
   * @param reasons the submissions by why they are graded, or are not
   */
  void goesOn(Map<Reason, List<String>> reasons);

  /** Grading begins. */
  void starts(int total);

  /** One more submission has its result. */
  void graded(int done, int total);

  /** All was graded before, by the same command. */
  void nothingToDo(int total);

  /** The grader failed where there is an earlier result, so that all earlier ones stay. */
  void keepsTheOld(String submission);
}
