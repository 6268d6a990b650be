package initlab.grader.sandbox;

/** Who may be called in one process, one after another. */
public enum Sharing {
  /** One method: what the gate has not seen can leave something that ends another's call. */
  METHOD,
  /** The methods of one submission. */
  SUBMISSION,
  /**
   * Several submissions, of each of which it is proved that all it leaves is in classes of its own,
   * which are loaded anew for every one, and in what it has printed.
   */
  CONTAINED,
  /** Several, of each of which it is proved that it leaves nothing behind. */
  STATELESS;

  /** Whether others may be called where it was. */
  boolean isAmongOthers() {
    return this == CONTAINED || this == STATELESS;
  }
}
