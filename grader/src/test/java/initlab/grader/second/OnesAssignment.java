package initlab.grader.second;

import initlab.grader.assignment.Assignment;
import initlab.grader.assignment.CheckCatalog;
import initlab.grader.assignment.CourseSecret;
import initlab.grader.assignment.Diagnosis;
import initlab.grader.assignment.Exercise;
import initlab.grader.assignment.Interview;
import initlab.grader.assignment.Picture;
import initlab.grader.compile.Advice;
import initlab.grader.sandbox.Callee;
import initlab.grader.sandbox.Library;
import initlab.grader.sandbox.Library.Sample;
import initlab.grader.sandbox.Matrix;
import initlab.grader.sandbox.Method;
import initlab.grader.sandbox.Question;
import initlab.grader.sandbox.Reply;
import initlab.grader.sandbox.Returned;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Write {@code ones}: a row of ones for each size, under the names "1", "2", …. */
final class OnesAssignment implements Assignment {
  static final String RIGHT =
      """
      package course;

      import java.util.HashMap;
      import java.util.Map;
      import org.ejml.simple.SimpleMatrix;

      public final class Ones {
        public static Map<String, SimpleMatrix> ones(int[] sizes) {
          Map<String, SimpleMatrix> rows = new HashMap<>();
          for (int i = 0; i < sizes.length; i++) {
            rows.put(String.valueOf(i + 1), SimpleMatrix.ones(1, sizes[i]));
          }
          return rows;
        }
      }
      """;

  /** The only exercise. */
  private enum OnlyExercise implements Exercise {
    ONES;

    @Override
    public int number() {
      return 1;
    }

    @Override
    public String id() {
      return "ones";
    }

    @Override
    public Method method() {
      return new Method("ones", false);
    }

    @Override
    public String stub() {
      return "java.lang.UnsupportedOperationException: write me";
    }

    @Override
    public String entries() {
      return "1, 2, …";
    }

    @Override
    public String signature() {
      return "public static Map<String, SimpleMatrix> ones(int[] sizes)";
    }
  }

  /** What the method answered to its one question. */
  record Answered(Question question, Reply reply, CourseSecret secret) implements Interview {}

  @Override
  public Library library() {
    byte[] right = RIGHT.getBytes(StandardCharsets.UTF_8);
    Sample sample = new Sample(right, List.of(OnlyExercise.ONES.method()));
    return new Library(
        "course.Ones", List.of(), name -> false, name -> false, name -> false, Set.of(), sample);
  }

  @Override
  public List<Exercise> exercises() {
    return List.of(OnlyExercise.ONES);
  }

  @Override
  public Advice advice() {
    return (code, message, line) -> Optional.empty();
  }

  @Override
  public CheckCatalog checks() {
    return new CheckCatalog(exercises(), exercise -> List.of(OnesChecks.class));
  }

  @Override
  public String title(String check) {
    return "the " + check.substring(check.indexOf('.') + 1);
  }

  @Override
  public byte[] rubricFile(String name) {
    return """
        checks:
          - {id: ones.shapes, points: 40}
          - {id: ones.values, points: 60, after: [ones.shapes]}
        """
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Interview interview(
      Map<Exercise, Callee> methods,
      Map<Exercise, Callee> fresh,
      Collection<Exercise> exercises,
      CourseSecret secret) {
    Question question = new Question(new int[] {2, 3}, 0);
    Reply reply = methods.get(OnlyExercise.ONES).callAll(List.of(question)).get(0);
    return new Answered(question, reply, secret);
  }

  @Override
  public Map<Exercise, Callee> reference() {
    return Map.of(OnlyExercise.ONES, new RightRows());
  }

  /** What is right, in this process. */
  private static final class RightRows implements Callee {
    @Override
    public List<Reply> callAll(List<Question> questions) {
      return questions.stream().map(RightRows::reply).toList();
    }

    private static Reply reply(Question question) {
      int[] sizes = question.numbers();
      Returned.Entry[] rows = new Returned.Entry[sizes.length];
      for (int i = 0; i < sizes.length; i++) {
        double[] ones = new double[sizes[i]];
        Arrays.fill(ones, 1);
        rows[i] = new Returned.MatrixEntry(String.valueOf(i + 1), new Matrix(1, sizes[i], ones));
      }
      return Reply.of(Returned.of(List.of(rows), sizes));
    }

    @Override
    public void restart() {
      // it remembers nothing
    }
  }

  @Override
  public Diagnosis diagnose(Exercise exercise, Interview interview) {
    return new Diagnosis(List.of("ones.twos"), "count again");
  }

  @Override
  public Optional<String> mistake(String id) {
    return Optional.of("twos");
  }

  @Override
  public List<Picture> pictures() {
    return List.of();
  }

  @Override
  public Map<String, byte[]> draw(Exercise exercise, Interview interview, Set<String> passed) {
    return Map.of();
  }

  @Override
  public byte[] draw(Picture shared) {
    throw new IllegalStateException("there are no pictures");
  }
}
