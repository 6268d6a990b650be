package initlab.grader.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import initlab.grader.lab.LabExercise;
import initlab.grader.lab.OwnAnswers;
import initlab.grader.lab.WeightLab;
import initlab.grader.rubric.CheckState;
import initlab.reference.KnownMistake;
import initlab.reference.KnownMistakes;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check alone, without a rubric and without a worker. */
class CheckRunnerTest {
  /** Right weights by every measure but the reference's own numbers. */
  private static final Set<String> DRAWN_ANOTHER_WAY =
      Set.of("java-util-random", "transposed-draw");

  @ParameterizedTest
  @MethodSource("checks")
  void theReferencePasses(String check) {
    assertEquals(CheckState.PASSED, run(check, OwnAnswers.REFERENCE));
  }

  @ParameterizedTest
  @MethodSource("checks")
  void theStubFails(String check) {
    assertEquals(CheckState.FAILED, run(check, OwnAnswers.STUB));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeFailsTheCheckMeantForIt(String mistake) {
    KnownMistake known = CheckKit.known(mistake);
    assertEquals(CheckState.FAILED, run(exercise(known).id() + "." + known.check(), known));
  }

  @ParameterizedTest
  @MethodSource("checksOfAnswersDrawnAnotherWay")
  void rightWeightsDrawnAnotherWayFailNoCheckButTheExactNumbers(String mistake, String check) {
    assertEquals(CheckState.PASSED, run(check, CheckKit.known(mistake)));
  }

  static Stream<String> checks() {
    return new WeightLab().checks().ids().stream();
  }

  static Stream<String> mistakes() {
    return KnownMistakes.catalogue().stream().map(KnownMistake::id);
  }

  static Stream<Arguments> checksOfAnswersDrawnAnotherWay() {
    return KnownMistakes.catalogue().stream()
        .filter(mistake -> DRAWN_ANOTHER_WAY.contains(mistake.kind()))
        .flatMap(
            mistake ->
                checks()
                    .filter(check -> check.startsWith(exercise(mistake).id() + "."))
                    .filter(check -> !check.matches(".*[.](exact|training)"))
                    .map(check -> Arguments.of(mistake.id(), check)));
  }

  private static CheckState run(String check, KnownMistake mistake) {
    return CheckKit.run(check, CheckKit.answer(mistake.initializer())).state();
  }

  private static CheckState run(String check, Map<LabExercise, KnownMistake.Initializer> answers) {
    LabExercise exercise = (LabExercise) new WeightLab().checks().get(check).exercise();
    return CheckKit.run(check, CheckKit.answer(Objects.requireNonNull(answers.get(exercise))))
        .state();
  }

  private static LabExercise exercise(KnownMistake mistake) {
    return LabExercise.of(mistake.exercise());
  }
}
