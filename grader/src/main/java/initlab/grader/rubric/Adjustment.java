package initlab.grader.rubric;

import initlab.grader.text.Messages;
import java.math.BigDecimal;

/**
 * A teacher's word on a score.
 *
 * @param exercise the exercise whose points it is about, before what lateness costs; 0 for the
 *     score as a whole, after that
 * @param isRelative whether the points come on top, or are taken off; else they stand instead
 * @param points how many
 * @param reason why, for the student to read
 * @param by who says so
 */
public record Adjustment(
    int exercise, boolean isRelative, double points, String reason, String by) {
  /** What becomes of points. */
  public double applied(double before) {
    return isRelative ? before + points : points;
  }

  /** The points as a teacher wrote them: {@code 85}, {@code +5}, {@code -2.5}. */
  public String text() {
    String number = BigDecimal.valueOf(points).stripTrailingZeros().toPlainString();
    return isRelative && points >= 0 ? "+" + number : number;
  }

  /** The same, so that a spreadsheet program does not take the sign away. */
  String words() {
    return isRelative ? text().replace("+", "plus ").replace("-", "minus ") : text();
  }

  /** Says it in a line. */
  public String sentence() {
    String what =
        exercise == 0
            ? Messages.get("adjust.total", text())
            : Messages.get("adjust.exercise", exercise, text());
    return Messages.get(by.isEmpty() ? "adjust.anonymous" : "adjust.by", what, reason, by);
  }
}
