package initlab.grader.sandbox;

/** Who may be called in one process, one after another. */
public enum Sharing {
  /** One method: what the gate has not seen can leave something that ends another's call. */
  METHOD,
  /** The methods of one submission. */
  SUBMISSION,
  /** Several submissions, of each of which it is proved that it leaves nothing behind. */
  STATELESS
}
