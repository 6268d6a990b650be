package initlab.student;

import initlab.student.network.DeepSignal;
import initlab.student.network.Model;
import java.util.List;

/** What became of one initialization: a trained network, or the reason why there is none. */
sealed interface LabResult {
  Initialization initialization();

  /** The network was trained; accuracies are shares, 0 … 1. */
  record Trained(
      Initialization initialization,
      Film film,
      double trainAccuracy,
      double testAccuracy,
      DeepSignal signal)
      implements LabResult {
    Model model() {
      return film.model();
    }

    List<Film.Frame> frames() {
      return film.frames();
    }

    Film.Frame last() {
      return frames().get(frames().size() - 1);
    }
  }

  /** The exercise is still missing, or gave parameters that no network can start from. */
  record Untrained(Initialization initialization, String reason) implements LabResult {}
}
