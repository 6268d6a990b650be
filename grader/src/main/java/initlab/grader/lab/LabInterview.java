package initlab.grader.lab;

import initlab.grader.assignment.CourseSecret;
import initlab.grader.assignment.Interview;
import initlab.grader.assignment.Subject;
import initlab.grader.sandbox.Callee;
import initlab.grader.sandbox.Question;
import initlab.grader.sandbox.Reply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a submission's methods answered to the questions of a secret: to each question once, to some
 * again in the same process, and to those once more in a process that knows of no earlier call.
 */
public final class LabInterview implements Interview {
  private final Map<LabExercise, Callee> methods;
  private final CourseSecret secret;
  private final Map<LabExercise, Answers> answers = new EnumMap<>(LabExercise.class);

  private LabInterview(Map<LabExercise, Callee> methods, CourseSecret secret) {
    this.methods = methods;
    this.secret = secret;
  }

  /**
   * The replies about one exercise.
   *
   * @param again to the first question a second time, to the repeated and to the frequent ones, in
   *     the same process
   * @param fresh to those of them that had an answer before, in another process
   */
  record Answers(
      QuestionSet set, Map<Question, Reply> first, List<Reply> again, Map<Question, Reply> fresh) {}

  /**
   * Asks.
   *
   * @param fresh the methods for the fresh process; may be the same, which are restarted then
   */
  public static LabInterview hold(
      Map<LabExercise, Callee> methods,
      Map<LabExercise, Callee> fresh,
      Collection<LabExercise> exercises,
      CourseSecret secret) {
    LabInterview interview = new LabInterview(methods, secret);
    exercises.forEach(interview::askFirst);
    exercises.forEach(exercise -> method(fresh, exercise).restart());
    exercises.forEach(exercise -> interview.askFresh(exercise, method(fresh, exercise)));
    return interview;
  }

  /** An interview about one exercise that asks each question of a set when a check needs it. */
  static LabInterview onDemand(LabExercise exercise, QuestionSet set, Callee method) {
    LabInterview interview = new LabInterview(Map.of(exercise, method), CourseSecret.builtIn());
    Answers none = new Answers(set, new HashMap<>(), List.of(), Map.of());
    interview.answers.put(exercise, none);
    return interview;
  }

  private static Callee method(Map<LabExercise, Callee> methods, LabExercise exercise) {
    return Objects.requireNonNull(methods.get(exercise));
  }

  private void askFirst(LabExercise exercise) {
    QuestionSet set = QuestionSet.of(exercise, secret);
    List<Question> all = set.all();
    List<Question> questions = new ArrayList<>(all);
    questions.add(0, all.get(0)); // the first twice in a row
    questions.addAll(set.repeated());
    questions.addAll(set.often());
    List<Reply> replies = method(methods, exercise).callAll(questions);
    Map<Question, Reply> first = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      first.put(all.get(i), replies.get(i == 0 ? 0 : i + 1));
    }
    List<Reply> again = new ArrayList<>(replies.subList(all.size() + 1, replies.size()));
    again.add(0, replies.get(1));
    answers.put(exercise, new Answers(set, first, again, new LinkedHashMap<>()));
  }

  private void askFresh(LabExercise exercise, Callee method) {
    Answers known = answers(exercise);
    if (known.first().values().stream().anyMatch(Reply::isTimeout)) {
      return; // it would be waited for again
    }
    List<Question> questions =
        known.set().repeated().stream()
            .filter(question -> hasAnswer(known.first().get(question)))
            .toList();
    List<Reply> replies = method.callAll(questions);
    for (int i = 0; i < replies.size(); i++) {
      known.fresh().put(questions.get(i), replies.get(i));
    }
  }

  /** The interview about the submission whose check runs now. */
  static LabInterview current() {
    return (LabInterview) Subject.current();
  }

  static boolean hasAnswer(@Nullable Reply reply) {
    return reply != null && reply.failure() == null;
  }

  Answers answers(LabExercise exercise) {
    return Objects.requireNonNull(answers.get(exercise), exercise.id());
  }

  @Override
  public CourseSecret secret() {
    return secret;
  }

  @Override
  public boolean isTheReferences() {
    return answers.entrySet().stream()
        .allMatch(entry -> SameAnswers.areTheReferences(entry.getKey(), entry.getValue()));
  }

  /**
   * The answer to a question; one that is not in the set is asked now.
   *
   * @throws initlab.grader.sandbox.CallFailure if there was none
   */
  Answer answer(LabExercise exercise, Question question) {
    Reply reply =
        answers(exercise)
            .first()
            .computeIfAbsent(
                question, asked -> method(methods, exercise).callAll(List.of(asked)).get(0));
    return new Answer(exercise, question.numbers(), question.seed(), reply.get());
  }
}
