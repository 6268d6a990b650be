package initlab.grader.lab;

import java.util.Locale;

/** Rounds numbers for reading. */
final class Show {
  private Show() {}

  static String number(double value) {
    return String.format(Locale.ROOT, "%.5g", value);
  }

  /** A number rounded for reading, unless it would then look like the other. */
  static String unlike(double value, double other) {
    return number(value).equals(number(other)) ? Double.toString(value) : number(value);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
