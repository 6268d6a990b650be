package initlab.student;

import initlab.student.rules.AnswerDigests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.ejml.simple.SimpleMatrix;

/** Why parameters are wrong, where that is known: what cannot be known is not guessed. */
final class LikelyReason {
  private static final double TOLERANCE = 1e-9;
  private static final double SINGLE_PRECISION = 1e-6;
  private static final double NEARLY_ONE = 1e-3;

  private LikelyReason() {}

  static String ofNames(Set<String> missing, Set<String> extra) {
    if (missing.isEmpty()) {
      return Texts.get("reason.extra", extra);
    }
    return extra.isEmpty()
        ? Texts.get("reason.missing", missing)
        : Texts.get("reason.names", missing, extra);
  }

  static String ofShape(String name, SimpleMatrix expected, SimpleMatrix yours) {
    if (name.startsWith("b")) {
      return Texts.get("reason.bias-shape");
    }
    boolean isTransposed =
        expected.getNumRows() == yours.getNumCols() && expected.getNumCols() == yours.getNumRows();
    return Texts.get(isTransposed ? "reason.transposed" : "reason.weight-shape");
  }

  /** Why numbers are wrong, as a line to add; empty where nothing is known. */
  static String ofValues(
      String name,
      Exercise exercise,
      Map<String, SimpleMatrix> expected,
      Map<String, SimpleMatrix> yours) {
    if (name.startsWith("b")) {
      return Texts.get("reason.bias");
    }
    if (exercise.number() == 1) {
      return Texts.get("reason.weight-zero");
    }
    return ofCalls(exercise)
        .or(() -> ofDifference(name, expected, yours))
        .map(key -> key.startsWith("\n") ? key : Texts.get("reason." + key))
        .orElse("");
  }

  /** What the answers to all public calls together come from. */
  private static Optional<String> ofCalls(Exercise exercise) {
    List<Map<String, SimpleMatrix>> answers = exercise.answers();
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    int last = answers.size() - 1;
    return areSame(answers.get(0), answers.get(last))
        ? AnswerDigests.reason(AnswerDigests.digest(exercise.number(), answers.subList(0, last)))
        : Optional.of("not-same");
  }

  private static boolean areSame(Map<String, SimpleMatrix> one, Map<String, SimpleMatrix> other) {
    return one.keySet().equals(other.keySet())
        && one.keySet().stream().allMatch(name -> one.get(name).isIdentical(other.get(name), 0));
  }

  /** What each number of each weight matrix is, if it is the same for all of them. */
  private static Optional<String> ofDifference(
      String name, Map<String, SimpleMatrix> expected, Map<String, SimpleMatrix> yours) {
    if (everyWeight(expected, (w, right) -> isNear(right, yours.get(w), SINGLE_PRECISION))) {
      return Optional.of("single-precision");
    }
    double sum = yours.get(name).get(0) - expected.get(name).get(0);
    if (everyWeight(expected, (w, right) -> isNear(right.plus(sum), yours.get(w), TOLERANCE))) {
      return Optional.of(Texts.get("reason.plus", sum));
    }
    double ratio = ratio(expected.get(name), yours.get(name));
    return everyWeight(expected, (w, right) -> isMultiple(right, yours.get(w)))
        ? Optional.of(ofFactor(name, ratio))
        : Optional.empty();
  }

  /** Where the factor itself would print as 1, how far it is from that. */
  private static String ofFactor(String name, double ratio) {
    return Math.abs(ratio - 1) < NEARLY_ONE
        ? Texts.get("reason.rounded", name, ratio - 1)
        : Texts.get("reason.times", name, ratio);
  }

  private static boolean everyWeight(
      Map<String, SimpleMatrix> expected, BiPredicate<String, SimpleMatrix> holds) {
    return expected.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("W"))
        .allMatch(entry -> holds.test(entry.getKey(), entry.getValue()));
  }

  private static boolean isMultiple(SimpleMatrix right, SimpleMatrix yours) {
    return isNear(right.scale(ratio(right, yours)), yours, TOLERANCE);
  }

  private static double ratio(SimpleMatrix right, SimpleMatrix yours) {
    return yours.get(0) / right.get(0);
  }

  private static boolean isNear(SimpleMatrix one, SimpleMatrix other, double tolerance) {
    for (int i = 0; i < one.getNumElements(); i++) {
      if (!(Math.abs(one.get(i) - other.get(i)) <= tolerance * (Math.abs(one.get(i)) + 1))) {
        return false;
      }
    }
    return true;
  }
}
