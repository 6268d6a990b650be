package initlab.datasets;

import java.util.Arrays;

/**
 * The natural logarithm to the nearest double.
 *
 * <p>{@code Math.log} may differ between machines and {@code StrictMath.log} is up to one unit in
 * the last place off, which would change the last bit of a normal number now and then. The C
 * library under NumPy rounds to nearest in all but a few of a million cases, so this class computes
 * the logarithm in pairs of doubles (about 100 bits, after Dekker, 1971) and rounds once, where
 * {@link QuickLog} leaves a doubt.
 */
final class ExactLog {
  private static final double SPLITTER = 134217729.0; // 2^27 + 1
  private static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
  private static final double LN2_LOW = 0x1.abc9e3b39803fp-56;
  private static final Pair ONE = new Pair(1, 0);

  /** 1, 1/3, 1/5, …: the series of artanh(s)/s in s², whose first term left out is below 2^-110. */
  private static final Pair[] COEFFICIENTS = coefficients(21);

  private ExactLog() {}

  private static Pair[] coefficients(int count) {
    Pair[] coefficients = new Pair[count];
    Arrays.setAll(coefficients, k -> ONE.dividedBy(new Pair(2 * k + 1, 0)));
    return coefficients;
  }

  /** ln(x) of a positive, normal, finite double. */
  static double log(double x) {
    double quick = QuickLog.log(x);
    return Double.isNaN(quick) ? pair(x)[0] : quick;
  }

  /** ln(x) as a sum of two doubles, the first of which is the nearest to it. */
  static double[] pair(double x) {
    int exponent = Math.getExponent(x);
    double mantissa = Math.scalb(x, -exponent);
    if (mantissa > 1.4142135623730951) {
      mantissa /= 2;
      exponent++;
    }
    Pair s = new Pair(mantissa - 1, 0).dividedBy(Pair.sum(mantissa, 1));
    Pair square = s.times(s);
    Pair series = new Pair(0, 0);
    for (int k = COEFFICIENTS.length - 1; k >= 0; k--) {
      series = series.times(square).plus(COEFFICIENTS[k]);
    }
    Pair logMantissa = s.times(series).times(new Pair(2, 0));
    Pair result = new Pair(LN2_HIGH, LN2_LOW).times(new Pair(exponent, 0)).plus(logMantissa);
    double nearest = result.high + result.low;
    return new double[] {nearest, (result.high - nearest) + result.low};
  }

  /**
   * An unevaluated sum of two doubles, the second at most half a unit in the last place of the
   * first.
   */
  private record Pair(double high, double low) {
    static Pair sum(double a, double b) {
      double sum = a + b;
      double bPart = sum - a;
      return new Pair(sum, (a - (sum - bPart)) + (b - bPart));
    }

    static Pair product(double a, double b) {
      double aHigh = SPLITTER * a - (SPLITTER * a - a);
      double aLow = a - aHigh;
      double bHigh = SPLITTER * b - (SPLITTER * b - b);
      double bLow = b - bHigh;
      double product = a * b;
      return new Pair(
          product, ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow);
    }

    Pair plus(Pair other) {
      Pair sum = sum(high, other.high);
      return sum(sum.high, sum.low + low + other.low);
    }

    Pair times(Pair other) {
      Pair product = product(high, other.high);
      return sum(product.high, product.low + high * other.low + low * other.high);
    }

    Pair dividedBy(Pair other) {
      double first = high / other.high;
      Pair rest = plus(other.times(new Pair(-first, 0)));
      double second = rest.high / other.high;
      Pair rest2 = rest.plus(other.times(new Pair(-second, 0)));
      return sum(first, second).plus(new Pair(rest2.high / other.high, 0));
    }
  }
}
