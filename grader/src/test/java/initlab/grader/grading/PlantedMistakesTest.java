package initlab.grader.grading;

import static initlab.grader.grading.CheckKit.answer;
import static initlab.grader.grading.CheckKit.mistake;
import static initlab.grader.grading.CheckKit.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.assignment.CourseSecret;
import initlab.grader.grading.CheckRunner.Outcome;
import initlab.grader.rubric.CheckState;
import initlab.grader.sandbox.Callee;
import initlab.grader.sandbox.Question;
import initlab.grader.sandbox.Reply;
import initlab.grader.sandbox.Returned;
import initlab.reference.KnownMistake;
import initlab.reference.ReferenceInitializers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are right but for one place, one call or one kind of arguments. */
class PlantedMistakesTest {
  private static final KnownMistake.Initializer HE = ReferenceInitializers::initializeHe;
  private static final Predicate<int[]> WIDE = dims -> Arrays.stream(dims).anyMatch(n -> n > 60);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"he.exact", "he.biases"})
  void wrongForWideLayersAloneOrForNarrowOnesAloneIsWrong(String check) {
    String matrix = check.endsWith("exact") ? "W1" : "b1";
    assertFailed(run(check, planted(WIDE, matrix)));
    assertFailed(run(check, planted(WIDE.negate(), matrix)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exact", "biases", "mean", "variance", "distribution"})
  void wrongInTheLastLayerAloneIsWrong(String check) {
    KnownMistake.Initializer wrong =
        (dims, seed) -> {
          Map<String, SimpleMatrix> right = HE.initialize(dims, seed);
          String last = String.valueOf(dims.length - 1);
          right.computeIfPresent("b" + last, (name, b) -> b.plus(1));
          right.computeIfPresent("W" + last, (name, w) -> changed(check, w));
          return right;
        };
    assertFailed(run("he." + check, answer(wrong)));
  }

  private static SimpleMatrix changed(String check, SimpleMatrix weights) {
    return switch (check) {
      case "mean" -> weights.elementOp((int row, int col, double w) -> Math.abs(w));
      case "distribution" -> weights.elementOp((int row, int col, double w) -> Math.signum(w));
      default -> weights.scale(1.1);
    };
  }

  @Test
  void zerosToo() {
    for (Predicate<int[]> where : List.of(WIDE, WIDE.negate())) {
      KnownMistake.Initializer zeros =
          (dims, seed) -> {
            Map<String, SimpleMatrix> right = ReferenceInitializers.initializeZeros(dims);
            if (where.test(dims)) {
              right.get("W1").set(0, 0, 1);
            }
            return right;
          };
      assertFailed(run("zeros.weights", answer(zeros)), "W1 has 1.0000 in row 0");
    }
  }

  @Test
  void theMessageNamesTheWrongPlace() {
    KnownMistake.Initializer last =
        (dims, seed) -> {
          Map<String, SimpleMatrix> right = HE.initialize(dims, seed);
          SimpleMatrix w = right.get("W1");
          w.set(w.getNumRows() - 1, w.getNumCols() - 1, 77);
          return right;
        };
    Outcome outcome = run("he.exact", answer(last));
    Matcher dims = Pattern.compile("initializeHe\\(\\[(\\d+), (\\d+)").matcher(outcome.message());
    assertTrue(dims.find(), outcome.message());
    int row = Integer.parseInt(dims.group(2)) - 1;
    int col = Integer.parseInt(dims.group(1)) - 1;
    assertFailed(outcome, "77.000 in row %d, column %d;".formatted(row, col));
    assertFailed(outcome, ".get(\"W1\").get(%d, %d)".formatted(row, col));
  }

  @Test
  void whatIsAcceptedOfAStandardDeviationIsNarrowerThanTwoPercent() {
    Outcome outcome = run("random.variance", mistake("random.unscaled"));
    Matcher accepted =
        Pattern.compile("near 10[.]0+ \\(([0-9.]+) to ([0-9.]+) is accepted")
            .matcher(outcome.message());
    assertTrue(accepted.find(), outcome.message());
    double low = Double.parseDouble(accepted.group(1));
    double high = Double.parseDouble(accepted.group(2));
    assertTrue(9.8 < low && low < 9.95 && 10.05 < high && high < 10.2, outcome.message());
  }

  @Test
  void whatIsAcceptedOfAMeanIsSevenStandardErrors() {
    Outcome outcome = run("random.mean", mistake("random.absolute-values"));
    Matcher accepted =
        Pattern.compile("over (\\d+) weights.*within ±([0-9.]+)").matcher(outcome.message());
    assertTrue(accepted.find(), outcome.message());
    double standardError = 10 / Math.sqrt(Integer.parseInt(accepted.group(1)));
    double accepts = Double.parseDouble(accepted.group(2)) / standardError;
    assertEquals(6.8, accepts, 0.2, outcome.message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"random.uniform", "random.absolute-values", "he.uniform"})
  void aMeanThatIsNotZeroIsNoDependence(String mistake) {
    String check = mistake.substring(0, mistake.indexOf('.')) + ".independence";
    assertEquals(CheckState.PASSED, run(check, mistake(mistake)).state());
  }

  @ParameterizedTest
  @CsvSource({
    "zeros.training, zeros.ones",
    "random.training, random.unscaled",
    "he.training, he.forgot-factor-2",
    "he.training, he.biases-of-ones"
  })
  void trainingFromWrongParametersGoesAnotherWay(String check, String mistake) {
    assertFailed(run(check, mistake(mistake)), "trained from these parameters");
  }

  @Test
  void aChangedArgumentIsNamed() {
    Callee changes =
        new Callee() {
          @Override
          public List<Reply> callAll(List<Question> questions) {
            return answer(HE).callAll(questions).stream().map(this::changed).toList();
          }

          private Reply changed(Reply right) {
            return Reply.of(Returned.of(right.get().entries(), new int[] {1, 2}));
          }

          @Override
          public void restart() {
            // it remembers nothing
          }
        };
    assertFailed(run("he.reproducible", changes), "changed its argument layerDims to [1, 2]");
  }

  @Test
  void whatDependsOnTheCallBeforeIsNotReproducible() {
    int[] calls = {0};
    KnownMistake.Initializer counts = (dims, seed) -> HE.initialize(dims, calls[0]++);
    assertFailed(run("he.reproducible", answer(counts)), "twice in a row");
    long[] before = {0, 0};
    KnownMistake.Initializer remembers =
        (dims, seed) -> {
          if (before[0] != seed) {
            before[1] = before[0];
            before[0] = seed;
          }
          return HE.initialize(dims, (seed ^ before[1]) & 0xFFFFFFFFL);
        };
    assertFailed(run("he.reproducible", answer(remembers)), "again after other calls");
  }

  @Test
  void whatIsAnotherInEachProcessIsNotReproducible() {
    int[] process = {0};
    Callee perProcess =
        new Callee() {
          @Override
          public List<Reply> callAll(List<Question> questions) {
            return answer((dims, seed) -> HE.initialize(dims, (seed + process[0]) & 0xFFFFFFFFL))
                .callAll(questions);
          }

          @Override
          public void restart() {
            process[0]++;
          }
        };
    assertFailed(run("he.reproducible", perProcess), "in a program of its own");
    assertEquals(1, process[0], "a process takes time: one restart is enough");
  }

  @Test
  void theQuestionsAreTheSameEachTimeAndOthersWithAnotherSecret() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "another course's secret");
    List<String> first = questions(CourseSecret.builtIn());
    assertTrue(first.size() >= 4, first::toString);
    assertEquals(first, questions(CourseSecret.builtIn()));
    assertNotEquals(first, questions(CourseSecret.read(file)));
  }

  private static List<String> questions(CourseSecret secret) {
    List<String> questions = new ArrayList<>();
    KnownMistake.Initializer notes =
        (dims, seed) -> {
          questions.add(Arrays.toString(dims) + seed);
          return HE.initialize(dims, seed);
        };
    run("he.exact", answer(notes), secret);
    return questions;
  }

  /** Right but for one number of a matrix, for some layer dimensions. */
  private static Callee planted(Predicate<int[]> where, String matrix) {
    return answer(
        (dims, seed) -> {
          Map<String, SimpleMatrix> right = HE.initialize(dims, seed);
          if (where.test(dims)) {
            right.get(matrix).set(0, 0, 77);
          }
          return right;
        });
  }

  private static void assertFailed(Outcome outcome, String... words) {
    assertEquals(CheckState.FAILED, outcome.state(), outcome.message());
    for (String word : words) {
      assertTrue(outcome.message().contains(word), outcome.message());
    }
  }
}
