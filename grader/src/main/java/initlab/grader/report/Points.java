package initlab.grader.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shows points: at most two decimals, no more than needed. */
public final class Points {
  private Points() {}

  /** {@code 92.5}, {@code 100}. */
  public static String show(double points) {
    BigDecimal rounded = BigDecimal.valueOf(points).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
