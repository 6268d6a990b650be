package initlab.grader.checks;

import initlab.datasets.RandomState;
import initlab.grader.sandbox.CallFailure;
import initlab.grader.sandbox.Initializer;
import initlab.grader.sandbox.Matrix;
import initlab.grader.sandbox.Returned;
import initlab.grader.sandbox.Returned.MatrixEntry;
import initlab.grader.text.Messages;
import initlab.reference.KnownMistake;
import initlab.reference.KnownMistakes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Recognises a mistake: compares what a failing method returns with what each known mistake returns
 * for the same arguments, number by number, and if none is the same, by the statistics of each
 * layer. What is recognised is said as what was found, never as more.
 *
 * @param ids the ids of the mistakes that fit; empty if none is known
 * @param text for the student; empty if none is known
 */
public record Diagnosis(List<String> ids, String text) {
  private static final Diagnosis NONE = new Diagnosis(List.of(), "");

  /** With a fan-in of 2, where an integer division is not yet 0, and a width for every layer. */
  private static final int[] SMALL = {3, 2, 5, 4};

  private static final int[] LARGE = {150, 320, 90};

  /** Compares a method that failed a check with the catalogue. */
  public static Diagnosis of(Exercise exercise, Initializer method, CourseSecret secret) {
    long seed = seed(secret);
    try {
      Map<String, Matrix> small = matrices(method.call(SMALL.clone(), seed));
      if (!isSame(small, matrices(method.call(SMALL.clone(), seed)))) {
        return matching(exercise, "diagnosis.similar", mistake -> changes(mistake, seed));
      }
      Map<String, Matrix> other = matrices(method.call(SMALL.clone(), seed / 2));
      Diagnosis exact =
          matching(
              exercise,
              "diagnosis.exact",
              mistake ->
                  isSame(small, parameters(mistake, SMALL, seed))
                      && isSame(other, parameters(mistake, SMALL, seed / 2)));
      return exact.ids().isEmpty() ? similar(exercise, method, seed) : exact;
    } catch (CallFailure e) {
      return NONE; // a method that gives no result has said what is wrong with it
    }
  }

  private static long seed(CourseSecret secret) {
    return secret.seed("diagnosis") & RandomState.MAX_SEED;
  }

  /** The seed and the layer dimensions that it calls methods with. */
  static Set<String> inputs(CourseSecret secret) {
    return Set.of(String.valueOf(seed(secret)), HiddenInputs.text(SMALL), HiddenInputs.text(LARGE));
  }

  private static Diagnosis similar(Exercise exercise, Initializer method, long seed) {
    Map<String, Matrix> yours = matrices(method.call(LARGE.clone(), seed));
    if (LayerStatistics.areSimilar(yours, exercise.right(LARGE, seed))) {
      return NONE;
    }
    return matching(
        exercise,
        "diagnosis.similar",
        mistake -> LayerStatistics.areSimilar(yours, parameters(mistake, LARGE, seed)));
  }

  private static Diagnosis matching(
      Exercise exercise, String key, Predicate<KnownMistake> isMatch) {
    List<KnownMistake> found =
        KnownMistakes.catalogue().stream()
            .filter(mistake -> mistake.exercise() == exercise.number())
            .filter(isMatch)
            .toList();
    Locale language = Locale.getDefault(Locale.Category.DISPLAY);
    String hints =
        found.stream().map(mistake -> mistake.hint(language)).collect(Collectors.joining(" / "));
    return found.isEmpty()
        ? NONE
        : new Diagnosis(found.stream().map(KnownMistake::id).toList(), Messages.get(key, hints));
  }

  /** Whether a mistake gives other numbers when it is called again. */
  private static boolean changes(KnownMistake mistake, long seed) {
    return !isSame(parameters(mistake, SMALL, seed), parameters(mistake, SMALL, seed));
  }

  private static Map<String, Matrix> parameters(KnownMistake mistake, int[] dims, long seed) {
    return matrices(new LocalInitializer(mistake.initializer()).call(dims.clone(), seed));
  }

  /** The matrices by name; an entry that is none stands there as an empty one, like no other. */
  private static Map<String, Matrix> matrices(Returned returned) {
    return returned.entries().stream()
        .map(entry -> entry instanceof MatrixEntry matrix ? matrix : noMatrix(entry))
        .collect(Collectors.toMap(MatrixEntry::name, MatrixEntry::matrix, (one, same) -> one));
  }

  private static MatrixEntry noMatrix(Returned.Entry entry) {
    return new MatrixEntry(entry.name(), new Matrix(0, 0, new double[0]));
  }

  private static boolean isSame(Map<String, Matrix> yours, Map<String, Matrix> wrong) {
    return yours.keySet().equals(wrong.keySet())
        && yours.entrySet().stream()
            .allMatch(
                entry ->
                    entry
                        .getValue()
                        .isClose(
                            Objects.requireNonNull(wrong.get(entry.getKey())),
                            Answer.RELATIVE_TOLERANCE));
  }
}
