package initlab.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is called in a process that others were called in, and what then counts. */
class SharedWorkersTest {
  private static final Method ZEROS = new Method("initializeZeros", false);
  private static final List<Question> THREE =
      List.of(question(2, 3), question(4, 5), question(6, 7));
  private static final String RIGHT =
      """
      Map<String, SimpleMatrix> all = new java.util.HashMap<>();
      all.put("b1", new SimpleMatrix(layerDims[1], 1));
      return all;
      """;

  private static final String COUNTING = "calls++; " + RIGHT.replace("\"b1\"", "\"b\" + calls");

  private static WorkerHome compilers;
  private static Compiler compiler;
  private WorkerHome home;

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

  @Test
  void whoLeavesNothingBehindIsCalledWhereAnotherWas() {
    Set<Long> first = processesAfter(RIGHT, Sharing.STATELESS);
    assertEquals(1, first.size());
    assertEquals(first, processesAfter(RIGHT.replace("b1", "b2"), Sharing.STATELESS));
    assertEquals(
        List.of("b3"),
        replies(RIGHT.replace("b1", "b3"), Sharing.STATELESS).get(2).get().entries().stream()
            .map(Returned.Entry::name)
            .toList());
  }

  @Test
  void whoMayLeaveSomethingIsCalledWhereNobodyWasAndNobodyComes() {
    Set<Long> first = processesAfter(RIGHT, Sharing.STATELESS);
    assertEquals(first, processesAfter(RIGHT, Sharing.SUBMISSION), "its own is ended");
    Map<String, byte[]> classes = classes(RIGHT);
    try (SandboxedSubmission own = new SandboxedSubmission(home, classes, Sharing.SUBMISSION)) {
      own.method(ZEROS).callAll(THREE);
      assertEquals(first.size() + 1, home.running().size(), "beside the one that waits");
    }
  }

  @Test
  void whoDoesAnythingButAnswerLeavesNoProcessToOthers() {
    String throwing = "int[] none = new int[layerDims[0]]; return none[9] == 0 ? null : null;";
    assertEquals(Set.of(), processesAfter(throwing, Sharing.STATELESS));
    Set<Long> used = processesAfter(RIGHT, Sharing.STATELESS);
    List<Reply> replies = replies(throwing, Sharing.STATELESS);
    assertEquals(3, replies.size());
    replies.forEach(
        reply -> assertEquals(CallFailure.Kind.THREW, reply.failure().kind(), reply::toString));
    assertEquals(
        Set.of(), home.running(), "neither where others were, nor where it was asked again");
    assertNotEquals(used, processesAfter(RIGHT, Sharing.STATELESS));
  }

  @Test
  void whatNeedsAllTheMemoryHasItWhateverOthersUsed() {
    String much = "SimpleMatrix large = new SimpleMatrix(2000, 2900);" + RIGHT; // 46 MB of 128
    for (int i = 0; i < 5; i++) {
      replies(much, Sharing.STATELESS)
          .forEach(reply -> assertTrue(reply.isAnswer(), reply::toString));
    }
  }

  @Test
  void whoUsesUpTheMemoryCostsOthersNothing() {
    String tooMuch = "SimpleMatrix large = new SimpleMatrix(9000, 9000);" + RIGHT;
    processesAfter(RIGHT, Sharing.STATELESS);
    List<Reply> replies = replies(tooMuch, Sharing.STATELESS);
    replies.forEach(reply -> assertEquals(CallFailure.Kind.OUT_OF_MEMORY, reply.failure().kind()));
    replies(RIGHT, Sharing.STATELESS).forEach(reply -> assertTrue(reply.isAnswer()));
  }

  @Test
  void whatEachPrintsIsToldApart() {
    Set<Long> first = processesAfter(RIGHT, Sharing.STATELESS);
    assertEquals("1\n1\n1\n", printed("System.out.println(1);" + RIGHT));
    // half a character waits for the other half
    assertEquals("??", printed("System.out.print(\"\\ud83d\");" + RIGHT));
    assertEquals("2\n2\n2\n", printed("System.err.println(2);" + RIGHT));
    String much = printed("System.out.print(\"x\".repeat(layerDims[0] * 2000));" + RIGHT);
    assertEquals("x".repeat(PrintedText.MAX_BYTES), much);
    assertEquals("", printed(RIGHT));
    assertEquals(first, home.running(), "all in one process");
  }

  @Test
  void whatAClassKeepsIsGoneWithIt() {
    Set<Long> first = processesAfter(COUNTING, Sharing.CONTAINED);
    for (int i = 0; i < 2; i++) {
      List<String> names =
          replies(COUNTING, Sharing.CONTAINED).stream()
              .map(reply -> reply.get().entries().get(0).name())
              .toList();
      assertEquals(List.of("b1", "b2", "b3"), names);
    }
    assertEquals(first, home.running(), "all in one process");
  }

  @Test
  void whoseClassesKeepSomethingIsAskedAllAgainWhereNobodyWas() {
    String throwing = "if (layerDims[0] == 6) { throw new StackOverflowError(); }" + RIGHT;
    List<Reply> alone = replies(throwing, Sharing.CONTAINED);
    assertEquals(List.of("answer", "answer", "THREW"), kinds(alone));
    assertEquals(Set.of(), home.running(), "it did not only answer");
    processesAfter(RIGHT, Sharing.STATELESS);
    assertThrows(NotAloneException.class, () -> repliesOnce(throwing, Sharing.CONTAINED));
    assertEquals(Set.of(), home.running());
  }

  @Test
  void whoThrowsAnExceptionOfJavasIsTakenAtItsWordButLeavesNoProcessToOthers() {
    String throwing = "if (layerDims[0] == 6) { throw new IllegalStateException(\"no\"); }" + RIGHT;
    processesAfter(RIGHT, Sharing.STATELESS);
    List<Reply> among = repliesOnce(throwing, Sharing.STATELESS);
    assertEquals(List.of("answer", "answer", "THREW"), kinds(among));
    assertTrue(among.get(2).failure().getMessage().contains("IllegalStateException: no"));
    assertEquals(Set.of(), home.running());
  }

  /** It tells what went before in the process. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "throw new IllegalStateException(\"\" + new int[1]);",
        "throw new RuntimeException() { };",
        "throw new AssertionError();",
      })
  void whatMayTellAnIdentityIsAskedForWhereNobodyWas(String throwing) {
    processesAfter(RIGHT, Sharing.STATELESS);
    assertThrows(NotAloneException.class, () -> repliesOnce(throwing, Sharing.STATELESS));
  }

  /** What others left idle decides nothing: not what is counted, and not what is given up. */
  @Test
  void aloneAndWhereOthersWereTheSameComesOfIt() {
    String sometimes =
        "SimpleMatrix large = new SimpleMatrix(layerDims[0] == 4 ? 9000 : 1, 9000);" + RIGHT;
    List<String> alone = kinds(replies(sometimes, Sharing.STATELESS));
    processesAfter(RIGHT, Sharing.STATELESS);
    assertEquals(alone, kinds(replies(sometimes, Sharing.STATELESS)));
    assertEquals(List.of("answer", "OUT_OF_MEMORY", "answer"), alone);
  }

  /** Java's own code runs deeper once others have had it compiled. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "var f = java.util.function.Function.<Integer>identity(); for (int n = 0; n < 6000; n++) { f = f.andThen(f2 -> f2); } f.apply(1);",
        "var f = java.util.function.Function.<Integer>identity(); for (int n = 0; n < 6000; n++) { f = f.compose(f2 -> f2); } f.apply(1);",
        "var s = java.util.stream.Stream.of(1); for (int n = 0; n < 6000; n++) { s = s.map(x -> x); } s.forEach(x -> {});",
      })
  void whoNeedsADeepStackIsAskedForWhereNobodyWas(String deep) {
    processesAfter(RIGHT, Sharing.STATELESS);
    assertThrows(NotAloneException.class, () -> repliesOnce(deep + RIGHT, Sharing.STATELESS));
  }

  /** Their order, and so which of them count, follows from identity hashes. */
  @Test
  void keysThatAreNoTextsAreAskedForWhereNobodyWas() {
    processesAfter(RIGHT, Sharing.STATELESS);
    String keys =
        "Map all = new java.util.HashMap(); all.put(new Initializers(), null); return all;";
    assertThrows(NotAloneException.class, () -> repliesOnce(keys, Sharing.STATELESS));
    processesAfter(RIGHT, Sharing.STATELESS);
    String many =
        "Map all = new java.util.HashMap(); for (int n = 0; n < 65; n++) { all.put(\"k\" + n, null); } return all;";
    assertThrows(NotAloneException.class, () -> repliesOnce(many, Sharing.STATELESS));
  }

  @Test
  void whatTheJvmSaysAtItsEndIsNotWhatWasPrinted() {
    String tooMuch = "System.out.println(1); new SimpleMatrix(9000, 9000);" + RIGHT;
    try (SandboxedSubmission called =
        new SandboxedSubmission(home, classes(tooMuch), Sharing.SUBMISSION)) {
      called.method(ZEROS).callAll(THREE);
      called.restart();
      assertEquals("1\n1\n1\n", called.printed());
    }
  }

  private static List<String> kinds(List<Reply> replies) {
    return replies.stream()
        .map(reply -> reply.isAnswer() ? "answer" : reply.failure().kind().name())
        .toList();
  }

  @Test
  void whoNeverEndsIsToldOnceAndEnded() {
    processesAfter(RIGHT, Sharing.STATELESS);
    String endless = "for (int n = 0; layerDims[0] == 4; ) { n |= 1; }" + RIGHT;
    List<Reply> replies = replies(endless, Sharing.STATELESS);
    assertTrue(replies.get(0).isAnswer());
    assertTrue(replies.get(1).isCpuTimeout(), replies::toString);
    assertTrue(replies.get(1).failure().getMessage().contains(" 3 seconds"), "a small network");
    assertTrue(replies.get(2).failure().getMessage().contains("not called again"));
    assertEquals(Set.of(), home.running());
  }

  @Test
  @Tag("long")
  void whoKeepsSomethingAndNeverEndsIsToldOnceIfItsFirstCallDoesNot() {
    processesAfter(RIGHT, Sharing.STATELESS);
    String first = "while (true) { System.out.println(calls); }";
    assertTrue(repliesOnce(first, Sharing.CONTAINED).get(0).isCpuTimeout());
    processesAfter(RIGHT, Sharing.STATELESS);
    String later = "while (calls++ > 0) { calls = 1; }" + RIGHT;
    assertThrows(NotAloneException.class, () -> repliesOnce(later, Sharing.CONTAINED));
  }

  private static Question question(int... numbers) {
    return new Question(numbers, 0);
  }

  private Set<Long> processesAfter(String body, Sharing sharing) {
    replies(body, sharing);
    return home.running();
  }

  private String printed(String body) {
    try (SandboxedSubmission called =
        new SandboxedSubmission(home, classes(body), Sharing.CONTAINED)) {
      called.method(ZEROS).callAll(THREE);
      called.restart();
      return called.printed();
    }
  }

  private List<Reply> replies(String body, Sharing sharing) {
    try {
      return repliesOnce(body, sharing);
    } catch (NotAloneException e) {
      return repliesAlone(body, sharing);
    }
  }

  private List<Reply> repliesOnce(String body, Sharing sharing) {
    try (SandboxedSubmission called = new SandboxedSubmission(home, classes(body), sharing)) {
      return called.method(ZEROS).callAll(THREE);
    }
  }

  private List<Reply> repliesAlone(String body, Sharing sharing) {
    try (SandboxedSubmission called = new SandboxedSubmission(home, classes(body), sharing)) {
      called.useNoneThatOthersHaveUsed();
      return called.method(ZEROS).callAll(THREE);
    }
  }

  private Map<String, byte[]> classes(String body) {
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
