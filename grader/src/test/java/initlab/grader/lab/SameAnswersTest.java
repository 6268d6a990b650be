package initlab.grader.lab;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.assignment.CourseSecret;
import initlab.grader.sandbox.CallFailure;
import initlab.grader.sandbox.Callee;
import initlab.grader.sandbox.Matrix;
import initlab.grader.sandbox.Question;
import initlab.grader.sandbox.Reply;
import initlab.grader.sandbox.Returned;
import initlab.grader.sandbox.Returned.Entry;
import initlab.grader.sandbox.Returned.MatrixEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who passes without a check of its own: nobody whose answers differ in anything. */
class SameAnswersTest {
  private static final QuestionSet QUESTIONS =
      QuestionSet.of(LabExercise.HE, CourseSecret.builtIn());
  private static final int FIRST = 0;
  private static final int AGAIN_IN_A_ROW = 1;
  private static final int LAST_OF_THE_FIRST = QUESTIONS.all().size();
  private static final int AGAIN = LAST_OF_THE_FIRST + 1;
  private static final int ALL =
      AGAIN + QUESTIONS.repeated().size() + QUESTIONS.often().size(); // and then the fresh ones

  @ParameterizedTest
  @EnumSource(LabExercise.class)
  void theReferencesOwnAre(LabExercise exercise) {
    Map<LabExercise, Callee> methods = Map.of(exercise, reference(exercise));
    assertTrue(
        LabInterview.hold(methods, methods, methods.keySet(), CourseSecret.builtIn())
            .isTheReferences());
  }

  static Stream<Integer> placesOfAnswers() {
    return Stream.of(
        FIRST, AGAIN_IN_A_ROW, LAST_OF_THE_FIRST, AGAIN, ALL - 1, ALL, ALL + 1, ALL + 11);
  }

  @ParameterizedTest
  @MethodSource("placesOfAnswers")
  void oneDigitAnywhereMakesThemOthers(int place) {
    assertFalse(isTheReferences(place, with(entries -> setFirst(entries, 1 + Math.ulp(1)))));
  }

  static Stream<Arguments> alterations() {
    return Stream.of(
        Arguments.of("no answer", (UnaryOperator<Reply>) reply -> Reply.of(failure())),
        Arguments.of("one more", with(entries -> entries.add(new MatrixEntry("W0", matrix())))),
        Arguments.of("one less", with(entries -> entries.remove(0))),
        Arguments.of("none", with(List::clear)),
        Arguments.of("one twice", with(entries -> entries.set(1, entries.get(0)))),
        Arguments.of("another name", with(entries -> rename(entries, "w1"))),
        Arguments.of("too large", with(e -> e.set(0, new Returned.HugeEntry("W1", 9, 9)))),
        Arguments.of("no matrix", with(e -> e.set(0, new Returned.OtherEntry("W1", "null")))),
        Arguments.of("no number", with(entries -> setFirst(entries, Double.NaN))),
        Arguments.of("more than is looked at", flagged(true, false, 0)),
        Arguments.of("taken from an earlier answer", flagged(false, true, 0)),
        Arguments.of("an argument that was changed", flagged(false, false, 1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("alterations")
  void soDoesAllElse(String what, UnaryOperator<Reply> alteration) {
    assertFalse(isTheReferences(LAST_OF_THE_FIRST, alteration), what);
  }

  @Test
  void aNegativeZeroIsNotTheReferencesZero() {
    Callee zeros = new Altered(reference(LabExercise.ZEROS), 3, with(e -> setFirst(e, -0.0)));
    Map<LabExercise, Callee> methods = Map.of(LabExercise.ZEROS, zeros);
    assertFalse(
        LabInterview.hold(methods, methods, methods.keySet(), CourseSecret.builtIn())
            .isTheReferences());
  }

  private static boolean isTheReferences(int place, UnaryOperator<Reply> alteration) {
    Callee altered = new Altered(reference(LabExercise.HE), place, alteration);
    Map<LabExercise, Callee> methods =
        Map.of(LabExercise.RANDOM, reference(LabExercise.RANDOM), LabExercise.HE, altered);
    return LabInterview.hold(methods, methods, methods.keySet(), CourseSecret.builtIn())
        .isTheReferences();
  }

  private static Callee reference(LabExercise exercise) {
    return OwnAnswers.callable(OwnAnswers.REFERENCE).get(exercise);
  }

  private static CallFailure failure() {
    return new CallFailure(CallFailure.Kind.THREW, "java.lang.NullPointerException");
  }

  private static Matrix matrix() {
    return new Matrix(1, 1, new double[1]);
  }

  private static void rename(List<Entry> entries, String name) {
    entries.set(0, new MatrixEntry(name, ((MatrixEntry) entries.get(0)).matrix()));
  }

  /** Another first number, by a factor, or by itself where it was 0. */
  private static void setFirst(List<Entry> entries, double factor) {
    MatrixEntry entry = (MatrixEntry) entries.get(0);
    double[] values = entry.matrix().values().clone();
    values[0] = values[0] == 0 ? factor : values[0] * factor;
    Matrix other = new Matrix(entry.matrix().rows(), entry.matrix().cols(), values);
    entries.set(0, new MatrixEntry(entry.name(), other));
  }

  private interface Change {
    void change(List<Entry> entries);
  }

  private static UnaryOperator<Reply> with(Change change) {
    return reply -> {
      List<Entry> entries = new ArrayList<>(reply.get().entries());
      change.change(entries);
      return Reply.of(Returned.of(entries, reply.get().numbersAfter()));
    };
  }

  private static UnaryOperator<Reply> flagged(boolean hasMore, boolean overwrites, int added) {
    return reply -> {
      int[] after = reply.get().numbersAfter().clone();
      after[0] += added;
      return Reply.of(new Returned(reply.get().entries(), hasMore, overwrites, after));
    };
  }

  /** Answers one call otherwise than another does. */
  private static final class Altered implements Callee {
    private final Callee right;
    private final int place;
    private final UnaryOperator<Reply> alteration;
    private int calls;

    Altered(Callee right, int place, UnaryOperator<Reply> alteration) {
      this.right = right;
      this.place = place;
      this.alteration = alteration;
    }

    @Override
    public List<Reply> callAll(List<Question> questions) {
      List<Reply> replies = new ArrayList<>();
      for (Reply reply : right.callAll(questions)) {
        replies.add(calls++ == place ? alteration.apply(reply) : reply);
      }
      return replies;
    }

    @Override
    public void restart() {
      right.restart();
    }
  }
}
