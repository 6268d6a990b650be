package initlab.grader.lab;

import initlab.grader.assignment.Check;
import initlab.grader.sandbox.Matrix;
import initlab.grader.sandbox.Question;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What random weights must show: they depend on the seed, and are distributed as asked. */
abstract class WeightChecks extends ExerciseChecks {
  WeightChecks(LabExercise exercise) {
    super(exercise);
  }

  /** With thousands of weights in each layer, for statistics. */
  @Provide
  Arbitrary<Question> wideNetworks() {
    return Arbitraries.of(
        Stream.concat(questions().wide().stream(), Stream.of(questions().large())).toList());
  }

  @Check("seed")
  @Test
  void anotherSeedGivesOtherWeights() {
    List<Answer> answers = questions().seeds().stream().map(this::answer).toList();
    for (Answer answer : answers) {
      for (Answer other : answers) {
        if (answer.seed() != other.seed()) {
          requireOthers(answer, other);
        }
      }
    }
  }

  private static void requireOthers(Answer answer, Answer other) {
    for (int l = 1; l <= answer.layers(); l++) {
      if (answer.parameter("W", l).isSame(other.parameter("W", l))) {
        String lines = Replay.matrix(answer, "W" + l) + " " + Replay.matrix(other, "W" + l);
        throw answer.failureSeenBy(lines, "check.same-for-seeds", "W" + l, other.seed());
      }
    }
  }

  @Check("mean")
  @Property
  void theMeanIsZero(@ForAll("wideNetworks") Question question) {
    Statistics.requireMeanZero(answer(question));
  }

  @Check("variance")
  @Test
  void theVarianceIsAsAsked() {
    Statistics.requireVariance(answer(questions().large()));
  }

  @Check("distribution")
  @Property
  void theDistributionIsNormal(@ForAll("wideNetworks") Question question) {
    Statistics.requireNormal(answer(question));
  }

  @Check("independence")
  @Test
  void rowsLayersAndSeedsAreIndependent() {
    Independence.require(answer(questions().wide().get(0)), answer(questions().wide().get(1)));
  }

  @Check("exact")
  @Property
  void theNumbersAreTheReferences(@ForAll("allNetworks") Question question) {
    Answer answer = answer(question);
    Map<String, Matrix> right = exercise.right(answer.layerDims(), answer.seed());
    for (int l = 1; l <= answer.layers(); l++) {
      requireClose(
          answer, "W" + l, answer.parameter("W", l), Objects.requireNonNull(right.get("W" + l)));
    }
  }

  private static void requireClose(Answer answer, String name, Matrix yours, Matrix right) {
    for (int i = 0; i < right.values().length; i++) {
      double expected = right.values()[i];
      double tolerance = Answer.RELATIVE_TOLERANCE * Math.abs(expected);
      if (!(Math.abs(yours.values()[i] - expected) <= tolerance)) {
        int row = i / right.cols();
        int col = i % right.cols();
        throw answer.failure(
            ".get(\"%s\").get(%d, %d)".formatted(name, row, col),
            "check.not-the-references",
            name,
            Show.unlike(yours.values()[i], expected),
            row,
            col,
            Show.unlike(expected, yours.values()[i]));
      }
    }
  }
}
