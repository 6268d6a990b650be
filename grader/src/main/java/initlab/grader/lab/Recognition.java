package initlab.grader.lab;

import initlab.grader.assignment.Diagnosis;
import initlab.grader.sandbox.Matrix;
import initlab.grader.sandbox.Question;
import initlab.grader.sandbox.Reply;
import initlab.grader.sandbox.Returned;
import initlab.grader.sandbox.Returned.MatrixEntry;
import initlab.reference.KnownMistake;
import initlab.reference.KnownMistakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Recognises a mistake: compares what a method answered with what each known mistake answers to the
 * same questions, number by number and for every small network and every seed, and if none is the
 * same, by the statistics of each layer. What is recognised is said as what was found, never as
 * more.
 */
final class Recognition {
  private static final Map<Statistic, Map<String, LayerStatistics>> STATISTICS =
      new ConcurrentHashMap<>();

  /**
   * What a mistake is like in large networks does not change; its numbers would fill the memory.
   */
  private record Statistic(String mistake, Question question) {}

  private Recognition() {}

  /** Compares a method that failed a check with the catalogue. */
  static Diagnosis of(LabExercise exercise, LabInterview interview) {
    LabInterview.Answers answers = interview.answers(exercise);
    if (hasChanged(answers)) {
      return matching(exercise, "diagnosis.similar", mistake -> changes(mistake, answers.set()));
    }
    Diagnosis exact = matching(exercise, "diagnosis.exact", mistake -> isTheSame(mistake, answers));
    return exact.ids().isEmpty() ? similar(exercise, answers) : exact;
  }

  private static boolean hasChanged(LabInterview.Answers answers) {
    List<Question> again = new ArrayList<>(List.of(answers.set().all().get(0)));
    again.addAll(answers.set().repeated());
    for (int i = 0; i < again.size(); i++) {
      Reply before = answers.first().get(again.get(i));
      Reply after = answers.again().get(i);
      if (LabInterview.hasAnswer(before)
          && LabInterview.hasAnswer(after)
          && hasOtherNumbers(matrices(Objects.requireNonNull(before)), matrices(after))) {
        return true;
      }
    }
    return false;
  }

  /** A map that is kept between calls has other names; nothing is said of its numbers. */
  private static boolean hasOtherNumbers(Map<String, Matrix> before, Map<String, Matrix> after) {
    return before.keySet().equals(after.keySet()) && !isSame(before, after);
  }

  /** Whether a mistake gives other numbers when it is called again. */
  private static boolean changes(KnownMistake mistake, QuestionSet set) {
    Question first = set.all().get(0);
    return !isSame(answer(mistake, first), answer(mistake, first));
  }

  private static boolean isTheSame(KnownMistake mistake, LabInterview.Answers answers) {
    return answers.set().small().stream()
        .allMatch(
            question -> {
              Reply yours = Objects.requireNonNull(answers.first().get(question));
              return LabInterview.hasAnswer(yours)
                  && isSame(matrices(yours), answer(mistake, question));
            });
  }

  private static Diagnosis similar(LabExercise exercise, LabInterview.Answers answers) {
    Question large = answers.set().large();
    Reply reply = answers.first().get(large);
    if (reply == null || !LabInterview.hasAnswer(reply)) {
      return Diagnosis.NONE; // a method that gives no result has said what is wrong with it
    }
    Map<String, LayerStatistics> yours = LayerStatistics.of(matrices(reply));
    Map<String, Matrix> right = exercise.right(large.numbers(), large.seed());
    if (LayerStatistics.areSimilar(yours, LayerStatistics.of(right))) {
      return Diagnosis.NONE;
    }
    return matching(
        exercise,
        "diagnosis.similar",
        mistake -> LayerStatistics.areSimilar(yours, statistics(mistake, large)));
  }

  private static Map<String, LayerStatistics> statistics(KnownMistake mistake, Question question) {
    return STATISTICS.computeIfAbsent(
        new Statistic(mistake.id(), question),
        statistic -> LayerStatistics.of(answer(mistake, question)));
  }

  private static Diagnosis matching(
      LabExercise exercise, String key, Predicate<KnownMistake> isMatch) {
    List<KnownMistake> found =
        KnownMistakes.catalogue().stream()
            .filter(mistake -> mistake.exercise() == exercise.number())
            .filter(isMatch)
            .toList();
    Locale language = Locale.getDefault(Locale.Category.DISPLAY);
    String hints =
        found.stream().map(mistake -> mistake.hint(language)).collect(Collectors.joining(" / "));
    return found.isEmpty()
        ? Diagnosis.NONE
        : new Diagnosis(found.stream().map(KnownMistake::id).toList(), LabMessages.get(key, hints));
  }

  private static Map<String, Matrix> answer(KnownMistake mistake, Question question) {
    return matrices(new LocalCallee(mistake.initializer()).callAll(List.of(question)).get(0));
  }

  /** The matrices by name; an entry that is none stands there as an empty one, like no other. */
  private static Map<String, Matrix> matrices(Reply reply) {
    return reply.get().entries().stream()
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
