package initlab.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.compile.BuildResult.Compiled;
import initlab.grader.compile.Compiler;
import initlab.grader.compile.Gate;
import initlab.grader.lab.WeightLab;
import initlab.grader.sandbox.CallFailure.Kind;
import initlab.grader.sandbox.Returned.HugeEntry;
import initlab.grader.sandbox.Returned.OtherEntry;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a method does in its worker, whatever it does. */
class SandboxedCalleeTest {
  private static final Method ZEROS = new Method("initializeZeros", false);
  private static final Method RANDOM = new Method("initializeRandom", true);

  private static WorkerHome home;
  private static Compiler compiler;

  @BeforeAll
  static void start() {
    home = new WorkerHome(new WeightLab().library());
    compiler = new Compiler(home, (code, message, line) -> Optional.empty());
  }

  @AfterAll
  static void stop() {
    compiler.close();
    home.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'throw new IllegalStateException(\"no\");', THREW, IllegalStateException: no",
    "'return initializeZeros(layerDims);', THREW, StackOverflowError",
    "'System.exit(0); return null;', DIED, exit code 0",
    "'return null;', NO_MAP, 'null'",
    "'byte[][] all = new byte[4096][]; for (int i = 0; ; i++) { all[i] = new byte[1 << 20]; }', OUT_OF_MEMORY, used up the memory"
  })
  void aCallThatGivesNoMapSaysWhatHappened(String body, Kind kind, String message) {
    try (SandboxedSubmission submission = submission(body)) {
      Callee zeros = submission.method(ZEROS);
      CallFailure failure = assertThrows(CallFailure.class, () -> zeros.call(new int[] {2, 1}, 0));
      assertEquals(kind, failure.kind(), failure.getMessage());
      assertTrue(failure.getMessage().contains(message), failure.getMessage());
    }
  }

  @Test
  void afterACallThatEndedItsProcessTheNextCallHasANewOne() {
    String body = "if (layerDims.length == 1) { System.exit(1); } return Map.of();";
    try (SandboxedSubmission submission = submission(body)) {
      Callee zeros = submission.method(ZEROS);
      assertThrows(CallFailure.class, () -> zeros.call(new int[] {1}, 0));
      assertEquals(0, zeros.call(new int[] {1, 2}, 0).entries().size());
    }
  }

  /** Whatever a map throws while it is copied, of an answer that breaks off nothing is left. */
  @ParameterizedTest
  @ValueSource(
      strings = {"ExceptionInInitializerError(\"lazy\")", "IllegalStateException(\"lazy\")"})
  void whatAMapThrowsIsTheAnswer(String thrown) {
    String body =
        """
        return new java.util.HashMap<String, SimpleMatrix>() {
          public java.util.Set<Map.Entry<String, SimpleMatrix>> entrySet() {
            throw new %s;
          }
        };
        """
            .formatted(thrown);
    try (SandboxedSubmission submission = submission(body)) {
      Callee zeros = submission.method(ZEROS);
      CallFailure failure = assertThrows(CallFailure.class, () -> zeros.call(new int[] {1, 2}, 0));
      assertEquals(Kind.THREW, failure.kind());
      assertTrue(failure.getMessage().contains("lazy"), failure.getMessage());
    }
  }

  @Test
  void aLambdaIsDescribedWithoutItsNumberAndPlace() {
    String body =
        """
        Runnable first = () -> {};
        Object second = (Runnable) () -> {};
        return (Map) java.util.Collections.singletonMap("W1", second);
        """;
    try (SandboxedSubmission submission = submission(body)) {
      Returned returned = submission.method(ZEROS).call(new int[] {1, 2}, 0);
      OtherEntry entry = assertInstanceOf(OtherEntry.class, returned.entries().get(0));
      assertEquals("initlab.student.Initializers$$Lambda", entry.description());
    }
  }

  @Test
  void whatIsNoRealMatrixIsDescribedNotCopied() {
    String body =
        """
        Map<Object, Object> map = new java.util.LinkedHashMap<>();
        map.put("W1", "text");
        map.put("b1", new SimpleMatrix(2, 2, org.ejml.data.MatrixType.FDRM));
        map.put("W2", new SimpleMatrix(2000, 2000));
        map.put(7, null);
        return (Map) map;
        """;
    try (SandboxedSubmission submission = submission(body)) {
      Callee zeros = submission.method(ZEROS);
      var entries = zeros.call(new int[] {2, 1}, 0).entries();
      assertEquals(new OtherEntry("W1", "java.lang.String"), entries.get(0));
      assertEquals(new OtherEntry("b1", "a SimpleMatrix with FDRM"), entries.get(1));
      assertEquals(new HugeEntry("W2", 2000, 2000), entries.get(2));
      assertEquals(new OtherEntry("java.lang.Integer", "null"), entries.get(3));
    }
  }

  @Test
  void whatIsPrintedIsKeptUpToALimitAndDoesNotDisturbTheAnswer() {
    String body =
        "for (int i = 0; i < 100000; i++) { System.out.println(\"line \" + i); }"
            + " System.err.print(System.in == null); return Map.of();";
    try (SandboxedSubmission submission = submission(body)) {
      Callee zeros = submission.method(ZEROS);
      zeros.call(new int[] {2, 1}, 0);
      zeros.call(new int[] {2, 1}, 0);
      zeros.restart();
      assertTrue(submission.printed().startsWith("line 0"), submission.printed());
      assertTrue(submission.printed().length() <= 4096, "kept " + submission.printed().length());
    }
  }

  @Test
  void whatIsPrintedBeforeTheEndIsNotLost() {
    try (SandboxedSubmission submission =
        submission("System.out.println(\"so far\"); System.exit(0); return null;")) {
      Callee zeros = submission.method(ZEROS);
      assertThrows(CallFailure.class, () -> zeros.call(new int[] {2, 1}, 0));
      assertTrue(submission.printed().contains("so far"), submission.printed());
    }
  }

  @Test
  void framesThatASubmissionWritesItselfAreNoAnswer() {
    String body =
        """
        try (var out = new java.io.FileOutputStream(java.io.FileDescriptor.out)) {
          out.write("ILAB and much more than a frame would need to be believed".getBytes());
        } catch (java.io.IOException e) {
          throw new IllegalStateException(e);
        }
        return Map.of();
        """;
    try (SandboxedSubmission submission = submission(body)) {
      Callee zeros = submission.method(ZEROS);
      CallFailure failure = assertThrows(CallFailure.class, () -> zeros.call(new int[] {2, 1}, 0));
      assertEquals(Kind.DIED, failure.kind());
    }
  }

  @Test
  @Tag("long")
  @Tag("once") // a minute, whatever the JDK
  void callsThatAreEachInTimeAreNotMadeForEver() {
    String body =
        """
        long end = System.nanoTime() + 3_000_000_000L;
        while (System.nanoTime() < end) {
          layerDims[0] = layerDims[0];
        }
        return Map.of();
        """;
    try (SandboxedSubmission submission = submission(body)) {
      Callee zeros = submission.method(ZEROS);
      CallFailure failure =
          assertThrows(
              CallFailure.class,
              () -> {
                for (int i = 0; i < 200; i++) {
                  zeros.call(new int[] {2, 1}, 0);
                }
              });
      assertEquals(Kind.TIMEOUT, failure.kind());
      assertTrue(String.valueOf(failure.getMessage()).contains("together"), failure.getMessage());
    }
  }

  /**
   * Of many questions in one frame, each gets its own reply; what ends the process is asked of
   * another.
   */
  @Test
  void eachOfManyQuestionsHasItsReply() {
    String body =
        """
        switch (layerDims[0]) {
          case 1: throw new IllegalStateException("one");
          case 2: System.exit(2);
          default: return Map.of("n" + layerDims[0], new SimpleMatrix(1, 1));
        }
        """;
    try (SandboxedSubmission submission = submission(body)) {
      List<Question> questions =
          IntStream.of(5, 1, 2, 6).mapToObj(n -> new Question(new int[] {n}, 0)).toList();
      List<Reply> replies = submission.method(ZEROS).callAll(questions);
      assertEquals("n5", replies.get(0).get().entries().get(0).name());
      assertEquals(Kind.THREW, assertThrows(CallFailure.class, replies.get(1)::get).kind());
      assertEquals(Kind.DIED, assertThrows(CallFailure.class, replies.get(2)::get).kind());
      assertEquals("n6", replies.get(3).get().entries().get(0).name());
    }
  }

  @Test
  void whatAnotherMethodLeavesBehindCostsThisOneNothing() {
    String zeros =
        "new Thread(() -> { try { Thread.sleep(300); } catch (InterruptedException e) { } "
            + "System.exit(9); }).start(); return Map.of();";
    try (SandboxedSubmission submission = submission(zeros, Sharing.METHOD)) {
      List<Question> one = List.of(new Question(new int[] {2, 1}, 0));
      assertNull(submission.method(ZEROS).callAll(one).get(0).failure());
      List<Question> many = Collections.nCopies(8, one.get(0));
      for (Reply reply : submission.method(RANDOM).callAll(many)) {
        assertEquals("m", reply.get().entries().get(0).name());
      }
    }
  }

  @Test
  void whoEndsTheProgramAgainAndAgainIsNotCalledForEver() {
    try (SandboxedSubmission submission = submission("System.exit(1); return null;")) {
      List<Question> many = Collections.nCopies(30, new Question(new int[] {2, 1}, 0));
      List<Reply> replies = submission.method(ZEROS).callAll(many);
      assertEquals(30, replies.size());
      CallFailure last = assertThrows(CallFailure.class, replies.get(29)::get);
      assertTrue(String.valueOf(last.getMessage()).contains("3 times"), last.getMessage());
    }
  }

  private static SandboxedSubmission submission(String body) {
    return submission(body, Sharing.SUBMISSION);
  }

  private static SandboxedSubmission submission(String body, Sharing sharing) {
    String source =
        """
        package initlab.student;
        import java.util.Map;
        import org.ejml.simple.SimpleMatrix;
        public final class Initializers {
          static final Map<String, SimpleMatrix> MAP = new java.util.HashMap<>();
          static final SimpleMatrix MATRIX = new SimpleMatrix(1, 1);

          @SuppressWarnings("unchecked")
          public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
            %s
          }

          public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
            try {
              Thread.sleep(100);
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return Map.of("m", new SimpleMatrix(1, 1));
          }
        }
        """
            .formatted(body);
    var built = compiler.compile(source, Gate.open());
    assertTrue(built instanceof Compiled, built::toString);
    return new SandboxedSubmission(home, ((Compiled) built).classes(), sharing);
  }
}
