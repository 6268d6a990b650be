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

    /** Whether the answers to the public calls are right, and both accuracies. */
    boolean isRight() {
      return Recognition.isRight(initialization)
          && initialization.rightAccuracy.equals(Lab.percent(trainAccuracy))
          && initialization.rightTestAccuracy.equals(Lab.percent(testAccuracy));
    }

    /**
     * What to say of the network: the lesson, or that it is not the one it should be, or that
     * nothing is known of it.
     */
    String comment(boolean isTheLabsOwn) {
      if (!Recognition.isRight(initialization)) {
        return Texts.get("lab.comment.mistake", initialization.exercise);
      }
      if (!isTheLabsOwn) {
        return Texts.get("lab.comment.own");
      }
      return isRight()
          ? Texts.get("lab.comment." + initialization.id())
          : Texts.get(
              "lab.comment.wrong",
              initialization.rightAccuracy,
              initialization.rightTestAccuracy,
              initialization.exercise);
    }

    Film.Frame last() {
      return frames().get(frames().size() - 1);
    }
  }

  /** The exercise is still missing, or gave parameters that no network can start from. */
  record Untrained(Initialization initialization, String reason) implements LabResult {}
}
