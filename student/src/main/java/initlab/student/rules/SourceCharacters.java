package initlab.student.rules;

/** The characters that a source file may have. */
public final class SourceCharacters {
  /** Letters, to Java, that are drawn as nothing: the Hangul fillers. */
  private static final String FILLERS = "\u115F\u1160\u3164\uFFA0";

  /** Of the left-to-right, right-to-left and Arabic letter, which turn what stands beside them. */
  private static final String MARKS = "\u200E\u200F\u061C";

  /** What some programs show as the end of a line, and Java does not: the next line is hidden. */
  private static final String LINE_ENDS = "\u0085\u2028\u2029";

  private SourceCharacters() {}

  /** Whether a character hides from a reader what Java reads. */
  public static boolean isInvisible(char c) {
    return (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069')
        || (FILLERS + MARKS + LINE_ENDS).indexOf(c) >= 0;
  }

  /** Whether it is a control character that no text needs. */
  public static boolean isControl(char c) {
    return Character.isISOControl(c) && "\t\n\f\r\u0085".indexOf(c) < 0;
  }
}
