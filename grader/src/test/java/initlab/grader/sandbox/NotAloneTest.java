package initlab.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is asked again where nobody was, as others may have had part in what came of it. */
class NotAloneTest extends SharedWorkersKit {
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

  /** What it says may tell what went before in the process. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "throw new IllegalStateException(\"\" + new int[1]);",
        "throw new RuntimeException() { };",
        "Runnable run = () -> { }; Object[] all = new String[1]; all[0] = run;",
        "throw new IllegalStateException(\"x\".repeat(5000));",
        "throw new AssertionError();",
      })
  void whatMayTellAnIdentityIsAskedForWhereNobodyWas(String throwing) {
    assertIsAskedAgain("if (layerDims.length > 1) { " + throwing + " }" + RIGHT);
  }

  @Test
  void whereALambdaLiesIsNotTold() {
    String throwing =
        "Runnable run = () -> { }; Object[] texts = new String[1]; texts[0] = run;" + RIGHT;
    String said = replies(throwing, Sharing.STATELESS).get(0).failure().getMessage();
    assertTrue(said.contains("Initializers$$Lambda (line"), said);
  }

  /** Java's own code runs deeper once others have had it compiled. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "var f = java.util.function.Function.<Integer>identity(); for (int n = 0; n < 6000; n++) { f = f.andThen(f2 -> f2); } f.apply(1);",
        "var f = java.util.function.Function.<Integer>identity(); for (int n = 0; n < 6000; n++) { f = f.compose(f2 -> f2); } f.apply(1);",
        "var s = java.util.stream.Stream.of(1); for (int n = 0; n < 6000; n++) { s = s.map(x -> x); } s.forEach(x -> {});",
        "try { var s = java.util.stream.Stream.of(1); for (int n = 0; n < 6000; n++) { s = s.map(x -> x); } s.forEach(x -> {}); } catch (RuntimeException e) { return null; }",
      })
  void whoNeedsADeepStackIsAskedForWhereNobodyWas(String deep) {
    assertIsAskedAgain(deep + RIGHT);
  }

  /** The map before is looked at again, and there is less of the stack than where nobody was. */
  @Test
  void soIsWhoseEarlierMapNeedsADeepStack() {
    String deep =
        """
        class Deep { static int down(int n) { return n == 0 ? 0 : 1 + down(n - 1); } }
        int mine = ++calls;
        Map<String, SimpleMatrix> all = new java.util.TreeMap<>((a, b) -> a.compareTo(b) + 0 * Deep.down(calls > mine ? 5000 : 0));
        all.put("W1", new SimpleMatrix(1, 1));
        return all;
        """;
    assertTrue(repliesAlone(deep, Sharing.CONTAINED).stream().allMatch(Reply::isPlain));
    processesAfter(RIGHT, Sharing.STATELESS);
    assertThrows(NotAloneException.class, () -> repliesOnce(deep, Sharing.CONTAINED));
  }

  /** Their order, and so which of them count, follows from identity hashes. */
  @Test
  void keysThatAreNoTextsAreAskedForWhereNobodyWas() {
    String keys =
        "Map all = new java.util.HashMap(); all.put(new Initializers(), null); return all;";
    assertIsAskedAgain(keys);
    String many =
        "Map all = new java.util.HashMap(); for (int n = 0; n < 65; n++) { all.put(\"k\" + n, null); } return all;";
    assertIsAskedAgain(many);
  }

  @Test
  @Tag("long")
  @Tag("once") // half a minute, whatever the JDK
  void whoKeepsSomethingAndNeverEndsIsToldOnceIfItsFirstCallDoesNot() {
    processesAfter(RIGHT, Sharing.STATELESS);
    String first = "while (true) { System.out.println(calls); }";
    assertTrue(repliesOnce(first, Sharing.CONTAINED).get(0).isCpuTimeout());
    processesAfter(RIGHT, Sharing.STATELESS);
    String later = "while (calls++ > 0) { calls = 1; }" + RIGHT;
    assertThrows(NotAloneException.class, () -> repliesOnce(later, Sharing.CONTAINED));
  }

  private void assertIsAskedAgain(String body) {
    processesAfter(RIGHT, Sharing.STATELESS);
    assertThrows(NotAloneException.class, () -> repliesOnce(body, Sharing.STATELESS));
  }
}
