package initlab.grader.report;

import java.util.regex.Pattern;

/** Keeps names from being read as formulas by spreadsheet programs. */
public final class Spreadsheet {
  private Spreadsheet() {}

  /** What begins a formula, at the beginning of a cell or behind what may separate cells. */
  private static final Pattern FORMULA =
      Pattern.compile("(^|[;,\\t\\r\\n])(\\s*+)(?=[=+\\-@\uff1d\uff0b\uff0d\uff20])");

  /** The text with an apostrophe wherever a formula would begin. */
  public static String safe(String text) {
    String marked = FORMULA.matcher(text).replaceAll("$1$2'");
    return text.startsWith("\t") || text.startsWith("\r") ? "'" + marked : marked;
  }
}
