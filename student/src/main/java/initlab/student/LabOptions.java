package initlab.student;

import initlab.student.network.TrainingOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the lab can be told on the command line; without options it is the lab of the text. */
@Command(
    name = "lab",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Trains the network from each of your three initialisations and draws the result.")
final class LabOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write the page (default: ${DEFAULT-VALUE}).")
  Path folder = Path.of("target/lab");

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of the weights (default: ${DEFAULT-VALUE}).")
  long seed = 3;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description = "The factor of each gradient step (default: ${DEFAULT-VALUE}).")
  double learningRate = TrainingOptions.DEFAULT.learningRate();

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "The number of gradient steps (default: ${DEFAULT-VALUE}).")
  int iterations = TrainingOptions.DEFAULT.iterations();

  @Option(
      names = "--hidden",
      split = ",",
      paramLabel = "N",
      description = "The sizes of the hidden layers (default: 10,5).")
  int[] hidden = {10, 5};

  @Option(names = "--show", description = "Show the page in a browser, where there is a display.")
  boolean show;

  /** The layer dimensions of the network, for so many inputs. */
  int[] layerDims(int inputs) {
    return IntStream.concat(
            IntStream.of(inputs), IntStream.concat(IntStream.of(hidden), IntStream.of(1)))
        .toArray();
  }

  /** How the network is trained: fifteen costs are recorded, as in the text. */
  TrainingOptions training() {
    int costEvery = Math.max(1, iterations / 15);
    return new TrainingOptions(learningRate, iterations, costEvery);
  }

  /** Whether all is as in the text, so that the accuracies must be as well. */
  boolean isTheLabsOwn() {
    return seed == 3
        && training().equals(TrainingOptions.DEFAULT)
        && Arrays.equals(hidden, new int[] {10, 5});
  }

  /**
   * Refuses numbers that no training can have.
   *
   * @throws IllegalArgumentException naming the option, its value and what is valid
   */
  void check() {
    require(seed >= 0 && seed < 1L << 32, "--seed is " + seed + "; it must be from 0 to 2^32 - 1");
    require(iterations > 0, "--iterations is " + iterations + "; it must be 1 or more");
    require(learningRate > 0, "--learning-rate is " + learningRate + "; it must be above 0");
    for (int size : hidden) {
      require(size > 0 && size <= 1_000, "--hidden has " + size + "; 1 to 1000 are possible");
    }
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
