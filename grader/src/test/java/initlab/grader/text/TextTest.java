package initlab.grader.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void controlAndBidirectionalCharactersBecomeSpaces() {
    assertEquals("a [31mred b c", Text.clean("a\u001b[31mred\nb\u202ec"));
  }

  @Test
  void identityHashCodesThatDifferBetweenRunsAreMasked() {
    assertEquals("[I@… and x@example.org", Text.clean("[I@1b2c3d4e and x@example.org"));
  }

  @Test
  void linesStayLines() {
    assertEquals("one\ntwo three", Text.cleanLines("one\r\ntwo\tthree\n"));
  }
}
