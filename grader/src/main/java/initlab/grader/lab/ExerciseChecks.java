package initlab.grader.lab;

import initlab.grader.assignment.Check;
import initlab.grader.lab.LabInterview.Answers;
import initlab.grader.sandbox.Matrix;
import initlab.grader.sandbox.Question;
import initlab.grader.sandbox.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What every exercise must show. */
abstract class ExerciseChecks {
  final LabExercise exercise;

  ExerciseChecks(LabExercise exercise) {
    this.exercise = exercise;
  }

  final QuestionSet questions() {
    return answers().set();
  }

  private Answers answers() {
    return LabInterview.current().answers(exercise);
  }

  final Answer answer(Question question) {
    return LabInterview.current().answer(exercise, question);
  }

  @Provide
  Arbitrary<Question> simpleNetworks() {
    return Arbitraries.of(questions().simple());
  }

  @Provide
  Arbitrary<Question> ordinaryNetworks() {
    return Arbitraries.of(questions().ordinary());
  }

  @Provide
  Arbitrary<Question> allNetworks() {
    return Arbitraries.of(questions().all());
  }

  @Check("result")
  @Property
  void aMapWithAMatrixForEveryWeightAndBias(@ForAll("simpleNetworks") Question question) {
    answer(question).parameters();
  }

  @Check("shapes")
  @Property
  void everyMatrixHasItsShape(@ForAll("ordinaryNetworks") Question question) {
    answer(question).parametersInOrder();
  }

  @Check("biases")
  @Property
  void biasesAreZero(@ForAll("ordinaryNetworks") Question question) {
    requireZeros(answer(question), "b");
  }

  static void requireZeros(Answer answer, String kind) {
    for (int l = 1; l <= answer.layers(); l++) {
      requireZeros(answer, kind, l);
    }
  }

  private static void requireZeros(Answer answer, String kind, int layer) {
    Matrix matrix = answer.parameter(kind, layer);
    for (int i = 0; i < matrix.values().length; i++) {
      if (matrix.values()[i] != 0) {
        int row = i / matrix.cols();
        int col = i % matrix.cols();
        throw answer.failure(
            ".get(\"%s%d\").get(%d, %d)".formatted(kind, layer, row, col),
            "check.not-zero",
            kind + layer,
            Show.number(matrix.values()[i]),
            row,
            col);
      }
    }
  }

  /**
   * Calls in one order, and in another in a process that knows of no earlier call: what counts its
   * calls or remembers them gives itself away.
   */
  @Check(value = "reproducible", needsAHuman = true)
  @Test
  void theSameArgumentsGiveTheSameNumbersWhateverWasCalledBefore() {
    for (Question question : questions().ordinary()) {
      requireUnchanged(answer(question));
    }
    Question first = questions().all().get(0);
    List<Question> repeated = new ArrayList<>(questions().repeated());
    repeated.addAll(questions().often());
    List<Reply> again = answers().again();
    requireSame(first, again.get(0), "differs-in-a-row");
    for (int i = 0; i < repeated.size(); i++) {
      requireSame(repeated.get(i), again.get(i + 1), "differs-after-others");
    }
    answers()
        .fresh()
        .forEach((question, reply) -> requireSame(question, reply, "differs-in-another-program"));
  }

  private static void requireUnchanged(Answer answer) {
    if (!Arrays.equals(answer.layerDims(), answer.returned().numbersAfter())) {
      throw answer.failureSeenBy(
          Replay.argument(answer),
          "check.argument-changed",
          Arrays.toString(answer.returned().numbersAfter()));
    }
    if (answer.returned().overwritesEarlier()) {
      throw answer.failureSeenBy(Replay.kept(answer), "check.overwrites");
    }
  }

  /** What could not be answered the first time is other checks' to find. */
  private void requireSame(Question question, Reply second, String when) {
    if (LabInterview.hasAnswer(answers().first().get(question))) {
      requireSame(answer(question), second.get().matrices(), when);
    }
  }

  private static void requireSame(Answer first, Map<String, Matrix> after, String when) {
    first
        .returned()
        .matrices()
        .forEach(
            (name, matrix) -> {
              Matrix other = after.get(name);
              if (other == null || !matrix.isSame(other)) {
                String line = Replay.matrix(first, name);
                throw first.failureSeenBy(line + " " + line, "check." + when, name);
              }
            });
  }

  @Check("training")
  @Test
  void trainingGoesAsFromTheReference() {
    TrainingComparison.check(answer(questions().training()));
  }
}
