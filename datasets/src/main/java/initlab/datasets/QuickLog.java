package initlab.datasets;

/**
 * The natural logarithm to the nearest double, in almost all cases; where it is in doubt which one
 * is nearest it says so, and {@link ExactLog} decides.
 *
 * <p>x = 2ᵏ · z with z in [0.6875, 1.375). A table has, for each of 128 intervals of z, a number
 * with at most 11 bits near 1/z and the logarithm of 1 / that number, as a pair of doubles. Then r
 * = z · inverse − 1 is small, |r| ≤ 2⁻⁷, and ln x = k · ln 2 + ln(1/inverse) + ln(1 + r).
 *
 * <p><b>Error.</b> r is exact as a pair (z is split into 26 and 27 bits, whose products with 11
 * bits are exact), r²/2 is a pair too, and every sum of leading parts is exact. What is rounded:
 * r³/3 − r⁴/4 + … − r¹⁰/10, by less than 5 units of 2⁻⁵³ of itself, which is at most 2⁻²²·⁶; the
 * sum of the trailing parts, by less than 2⁻⁷⁶; the series is cut off at r¹¹/11 &lt; 2⁻⁸⁰. Where
 * |ln x| is smallest beside r, next to x = 1, the inverse is 1 and |ln x| ≥ 0.99 |r|: the error is
 * below 2⁻⁶⁶ |ln x|. Elsewhere |ln x| ≥ 2⁻⁸ and |r| is smaller. Four times as much is allowed for,
 * so that about 1 logarithm in 1,000 is in doubt.
 */
final class QuickLog {
  /** What the error is less than, relative to the logarithm. */
  private static final double ERROR = 0x1p-64;

  private static final int INTERVALS = 128;
  private static final long LOWEST = 0x3fe6000000000000L; // 0.6875
  private static final long EXPONENT_BITS = 0xfffL << 52;
  private static final long UPPER_26_BITS = -1L << 27;

  /** ln 2 with 42 bits, so that its products with exponents are exact, and the rest. */
  private static final double LN2_HIGH = 0x1.62e42fefa3800p-1;

  private static final double LN2_LOW = 0x1.ef35793c76730p-45;

  private QuickLog() {}

  /** ln(x) of a positive, normal, finite double; not a number where it is in doubt. */
  static double log(double x) {
    long offset = Double.doubleToRawLongBits(x) - LOWEST;
    int row = LogTable.COLUMNS * ((int) (offset >>> 45) & (INTERVALS - 1));
    double inverse = LogTable.VALUES[row];
    double logHigh = LogTable.VALUES[row + 1];
    double logLow = LogTable.VALUES[row + 2];
    double k = offset >> 52;
    long bits = LOWEST + (offset & ~EXPONENT_BITS);
    double z = Double.longBitsToDouble(bits);
    double zHigh = Double.longBitsToDouble(bits & UPPER_26_BITS);

    // r as a pair
    double leading = zHigh * inverse - 1;
    double trailing = (z - zHigh) * inverse;
    double r = leading + trailing;
    double rLow = restOfSum(leading, trailing, r);

    // r²/2 as a pair, without what is below 2⁻¹⁰⁸ of it
    double rHigh = Double.longBitsToDouble(Double.doubleToRawLongBits(r) & UPPER_26_BITS);
    double rRest = r - rHigh;
    double square = 0.5 * rHigh * rHigh;
    double squareLow = rHigh * rRest + 0.5 * rRest * rRest + r * rLow;

    double r2 = r * r;
    double r4 = r2 * r2;
    double series =
        (1.0 / 3 - r * (1.0 / 4))
            + r2 * (1.0 / 5 - r * (1.0 / 6))
            + r4 * ((1.0 / 7 - r * (1.0 / 8)) + r2 * (1.0 / 9 - r * (1.0 / 10)));

    double sum1 = k * LN2_HIGH + logHigh;
    double rest1 = restOfSum(k * LN2_HIGH, logHigh, sum1);
    double sum2 = sum1 + r;
    double rest2 = restOfSum(sum1, r, sum2);
    double sum3 = sum2 - square;
    double rest3 = restOfSum(sum2, -square, sum3);
    double small = k * LN2_LOW + logLow + rest1 + rest2 + rest3 + rLow - squareLow;
    double low = small + r2 * r * series;

    double nearest = sum3 + low;
    double error = ERROR * Math.abs(nearest);
    double rest = restOfSum(sum3, low, nearest);
    return nearest + (rest - error) == nearest + (rest + error) ? nearest : Double.NaN;
  }

  /** What a rounded sum of two lacks (Knuth): exact whichever is larger. */
  private static double restOfSum(double a, double b, double sum) {
    double bPart = sum - a;
    return (a - (sum - bPart)) + (b - bPart);
  }
}
