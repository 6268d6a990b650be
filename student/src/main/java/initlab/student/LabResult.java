package initlab.student;

import initlab.student.network.DeepSignal;
import initlab.student.network.Model;

/** What became of one initialization: a trained network, or the reason why there is none. */
sealed interface LabResult {
  Initialization initialization();

  /** The network was trained; accuracies are shares, 0 … 1. */
  record Trained(
      Initialization initialization,
      Model model,
      double trainAccuracy,
      double testAccuracy,
      DeepSignal signal)
      implements LabResult {}

  /** The exercise is still missing, or gave parameters that no network can start from. */
  record Untrained(Initialization initialization, String reason) implements LabResult {}
}
