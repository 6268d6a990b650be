package initlab.grader.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import initlab.grader.sandbox.HarnessFault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What takes long is made once, as long as it is remembered. */
class RememberedTest {
  private final List<String> made = new ArrayList<>();
  private final Remembered<String, Integer> lengths = new Remembered<>(2);

  private int length(String text) {
    return lengths.get(
        text,
        () -> {
          made.add(text);
          return text.length();
        });
  }

  @Test
  void whatWasMadeIsNotMadeAgain() {
    assertEquals(3, length("one"));
    assertEquals(3, length("one"));
    assertEquals(List.of("one"), made);
  }

  @Test
  void whatWasAskedForLeastLatelyIsForgotten() {
    length("one");
    length("three");
    length("one");
    length("seven");
    length("one");
    length("three");
    assertEquals(List.of("one", "three", "seven", "three"), made);
  }

  @Test
  void whatCannotBeMadeIsAFaultOfOurs() {
    assertThrows(
        HarnessFault.class,
        () ->
            lengths.get(
                "none",
                () -> {
                  throw new IllegalStateException("no");
                }));
  }
}
