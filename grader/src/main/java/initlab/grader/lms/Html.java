package initlab.grader.lms;

import java.util.Map;
import java.util.stream.Collectors;

/** Text where a platform expects HTML or XML. */
final class Html {
  private static final Map<Integer, String> ESCAPES =
      Map.of((int) '<', "&lt;", (int) '>', "&gt;", (int) '&', "&amp;", (int) '"', "&quot;");

  private Html() {}

  /** A text as the same text in HTML, and in XML, which has no place for two characters. */
  static String escaped(String text) {
    return text.codePoints()
        .map(c -> c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c)
        .mapToObj(c -> ESCAPES.getOrDefault(c, Character.toString(c)))
        .collect(Collectors.joining());
  }

  /** Several lines as they are. */
  static String block(String text) {
    return text.isBlank() ? "" : "<pre>" + escaped(text) + "</pre>";
  }
}
