package initlab.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import initlab.grader.compile.BuildResult;
import initlab.grader.compile.BuildResult.Compiled;
import initlab.grader.compile.Compiler;
import initlab.grader.compile.Gate;
import initlab.grader.lab.WeightLab;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Submissions that are called, one after another, in workers that others were called in. */
abstract class SharedWorkersKit {
  static final Method ZEROS = new Method("initializeZeros", false);
  static final List<Question> THREE = List.of(question(2, 3), question(4, 5), question(6, 7));
  static final String RIGHT =
      """
      Map<String, SimpleMatrix> all = new java.util.HashMap<>();
      all.put("b1", new SimpleMatrix(layerDims[1], 1));
      return all;
      """;

  private static WorkerHome compilers;
  private static Compiler compiler;
  WorkerHome home;

  @BeforeAll
  static void startCompiler() {
    compilers = new WorkerHome(new WeightLab().library());
    compiler = new Compiler(compilers, new WeightLab().advice());
  }

  @BeforeEach
  void start() {
    home = new WorkerHome(new WeightLab().library());
    assumeTrue(home.isolation().isFull(), "SKIPPED, NOT PASSED: there is no full isolation here");
  }

  @AfterEach
  void stop() {
    home.close();
  }

  @AfterAll
  static void stopCompiler() {
    compiler.close();
    compilers.close();
  }

  static List<String> kinds(List<Reply> replies) {
    return replies.stream()
        .map(reply -> reply.isAnswer() ? "answer" : reply.failure().kind().name())
        .toList();
  }

  static Question question(int... numbers) {
    return new Question(numbers, 0);
  }

  Set<Long> processesAfter(String body, Sharing sharing) {
    replies(body, sharing);
    return home.running();
  }

  List<Reply> replies(String body, Sharing sharing) {
    try {
      return repliesOnce(body, sharing);
    } catch (NotAloneException e) {
      return repliesAlone(body, sharing);
    }
  }

  List<Reply> repliesOnce(String body, Sharing sharing) {
    try (SandboxedSubmission called = new SandboxedSubmission(home, classes(body), sharing)) {
      return called.method(ZEROS).callAll(THREE);
    }
  }

  List<Reply> repliesAlone(String body, Sharing sharing) {
    try (SandboxedSubmission called = new SandboxedSubmission(home, classes(body), sharing)) {
      called.useNoneThatOthersHaveUsed();
      return called.method(ZEROS).callAll(THREE);
    }
  }

  Map<String, byte[]> classes(String body) {
    String source =
        """
        package initlab.student;
        import java.util.Map;
        import org.ejml.simple.SimpleMatrix;
        public final class Initializers {
          static int calls;
          public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
            %s
          }
        }
        """
            .formatted(body);
    BuildResult built = compiler.compile(source, Gate.open());
    return assertInstanceOf(Compiled.class, built, built::toString).classes();
  }
}
