package initlab.grader.report;

/** Keeps names from being read as formulas by spreadsheet programs. */
final class Spreadsheet {
  private Spreadsheet() {}

  /** The text with an apostrophe before it where it would begin a formula. */
  static String safe(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
