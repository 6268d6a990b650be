package initlab.student;

import initlab.student.network.TrainingOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the lab can be told on the command line; without options it is the lab of the text. */
@Command(
    name = "lab see",
    mixinStandardHelpOptions = true,
    version = "InitLab 1",
    sortOptions = false)
final class LabOptions {
  @Option(names = "--out", paramLabel = "DIR")
  Path folder = Path.of("target/lab");

  @Option(names = "--seed", paramLabel = "N")
  long seed = 3;

  @Option(names = "--learning-rate", paramLabel = "X")
  double learningRate = TrainingOptions.DEFAULT.learningRate();

  @Option(names = "--iterations", paramLabel = "N")
  int iterations = TrainingOptions.DEFAULT.iterations();

  @Option(names = "--hidden", split = ",", paramLabel = "N")
  int[] hidden = {10, 5};

  @Option(names = "--sweep")
  boolean sweep;

  @Option(names = "--show")
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
    return differences().isEmpty();
  }

  /** What is not as in the text, a sentence each. */
  List<String> differences() {
    LabOptions text = new LabOptions();
    List<String> differences = new ArrayList<>();
    differ(differences, "--seed", seed, text.seed);
    differ(differences, "--learning-rate", learningRate, text.learningRate);
    differ(differences, "--iterations", iterations, text.iterations);
    differ(differences, "--hidden", Arrays.toString(hidden), Arrays.toString(text.hidden));
    return differences;
  }

  private static void differ(List<String> differences, String option, Object own, Object text) {
    if (!own.equals(text)) {
      differences.add(Texts.get("lab.differs", option, own, text));
    }
  }

  /**
   * Refuses numbers that no training can have.
   *
   * @throws IllegalArgumentException naming the option, its value and what is valid
   */
  void check() {
    require(seed >= 0 && seed < 1L << 32, "lab.option.seed", seed);
    require(iterations > 0, "lab.option.iterations", iterations);
    require(learningRate > 0, "lab.option.learning-rate", learningRate);
    for (int size : hidden) {
      require(size > 0 && size <= 1_000, "lab.option.hidden", size);
    }
  }

  private static void require(boolean condition, String key, Object value) {
    if (!condition) {
      throw new IllegalArgumentException(Texts.get(key, value));
    }
  }
}
