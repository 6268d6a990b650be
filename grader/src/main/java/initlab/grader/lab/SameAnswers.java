package initlab.grader.lab;

import initlab.grader.lab.LabInterview.Answers;
import initlab.grader.sandbox.Matrix;
import initlab.grader.sandbox.Question;
import initlab.grader.sandbox.Reply;
import initlab.grader.sandbox.Returned;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells answers that are the reference's, to the last bit, in all that a check can look at. */
final class SameAnswers {
  private SameAnswers() {}

  /** Whether all are: the first, those that were asked for again, and those of a fresh process. */
  static boolean areTheReferences(LabExercise exercise, Answers answers) {
    List<Question> again = new ArrayList<>(answers.set().all().subList(0, 1));
    again.addAll(answers.set().repeated());
    again.addAll(answers.set().often());
    return answers.first().keySet().containsAll(answers.set().all())
        && areRight(exercise, answers.first())
        && areRight(exercise, again, answers.again())
        && answers.fresh().keySet().containsAll(answers.set().repeated())
        && areRight(exercise, answers.fresh());
  }

  private static boolean areRight(LabExercise exercise, Map<Question, Reply> replies) {
    return replies.entrySet().stream()
        .allMatch(entry -> isRight(exercise, entry.getKey(), entry.getValue()));
  }

  private static boolean areRight(LabExercise exercise, List<Question> asked, List<Reply> replies) {
    boolean areRight = asked.size() == replies.size();
    for (int i = 0; areRight && i < asked.size(); i++) {
      areRight = isRight(exercise, asked.get(i), replies.get(i));
    }
    return areRight;
  }

  private static boolean isRight(LabExercise exercise, Question question, Reply reply) {
    return LabInterview.hasAnswer(reply)
        && isRight(
            exercise.right(question.numbers(), question.seed()), question.numbers(), reply.get());
  }

  private static boolean isRight(Map<String, Matrix> right, int[] numbers, Returned returned) {
    Set<String> names = new HashSet<>();
    for (Returned.Entry entry : returned.entries()) {
      boolean isSame =
          entry instanceof Returned.MatrixEntry matrix
              && matrix.matrix().hasSameBits(right.get(matrix.name()));
      if (!isSame || !names.add(entry.name())) {
        return false;
      }
    }
    return names.size() == right.size()
        && !returned.hasMore()
        && !returned.overwritesEarlier()
        && Arrays.equals(numbers, returned.numbersAfter());
  }
}
