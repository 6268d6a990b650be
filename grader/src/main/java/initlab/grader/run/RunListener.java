package initlab.grader.run;

/** Is told how a run goes, from the thread that grades. */
public interface RunListener {
  /** Grading begins. */
  void starts(int total);

  /** A run that stopped goes on, with results that it left. */
  void goesOn(int finished, int total);

  /** One more submission has its result. */
  void graded(int done, int total);
}
