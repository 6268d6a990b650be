package initlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import initlab.grader.intake.SourceText.NotTextException;

/** Whatever was handed in, it is a text that hides nothing, or is refused. */
class SourceTextFuzzTest {
  @FuzzTest(maxDuration = "20s")
  void bytesAreATextThatHidesNothing(byte[] bytes) {
    String text;
    try {
      text = SourceText.decode(bytes).text();
    } catch (NotTextException refused) {
      return; // as it should be
    }
    assertTrue(text.chars().noneMatch(c -> c < '\t' || (c > '\r' && c < ' ')), text);
    assertTrue(text.chars().noneMatch(c -> c >= 0x202A && c <= 0x202E), text);
  }
}
