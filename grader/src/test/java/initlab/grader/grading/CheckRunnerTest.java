package initlab.grader.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import initlab.grader.checks.CourseSecret;
import initlab.grader.checks.Exercise;
import initlab.grader.checks.Interview;
import initlab.grader.checks.LocalInitializer;
import initlab.grader.sandbox.Initializer;
import initlab.reference.KnownMistake;
import initlab.reference.KnownMistakes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check alone, without a rubric and without a worker. */
class CheckRunnerTest {
  private static final CheckRunner RUNNER = new CheckRunner();

  /** Right weights by every measure but the reference's own numbers. */
  private static final Set<String> DRAWN_ANOTHER_WAY =
      Set.of("java-util-random", "transposed-draw");

  @ParameterizedTest
  @MethodSource("checks")
  void theReferencePasses(String check) {
    assertEquals(CheckState.PASSED, run(check, OwnAnswers.callable(OwnAnswers.REFERENCE)));
  }

  @ParameterizedTest
  @MethodSource("checks")
  void theStubFails(String check) {
    assertEquals(CheckState.FAILED, run(check, OwnAnswers.callable(OwnAnswers.STUB)));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeFailsTheCheckMeantForIt(String mistake) {
    KnownMistake known = known(mistake);
    assertEquals(CheckState.FAILED, run(exercise(known).id() + "." + known.check(), known));
  }

  @ParameterizedTest
  @MethodSource("checksOfAnswersDrawnAnotherWay")
  void rightWeightsDrawnAnotherWayFailNoCheckButTheExactNumbers(String mistake, String check) {
    assertEquals(CheckState.PASSED, run(check, known(mistake)));
  }

  static Stream<String> checks() {
    return CheckCatalog.ids().stream();
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
    Map<Exercise, Initializer> answer = OwnAnswers.callable(OwnAnswers.REFERENCE);
    answer.put(exercise(mistake), new LocalInitializer(mistake.initializer()));
    return run(check, answer);
  }

  private static CheckState run(String check, Map<Exercise, Initializer> answer) {
    Interview interview =
        Interview.hold(
            answer, answer, List.of(CheckCatalog.get(check).exercise()), CourseSecret.builtIn());
    return Objects.requireNonNull(RUNNER.run(List.of(check), interview).get(check)).state();
  }

  private static Exercise exercise(KnownMistake mistake) {
    return Exercise.of(mistake.exercise());
  }

  private static KnownMistake known(String id) {
    return KnownMistakes.catalogue().stream()
        .filter(mistake -> mistake.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
