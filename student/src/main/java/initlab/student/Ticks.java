package initlab.student;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The places of an axis that are labelled; the first and the last are its ends.
 *
 * @param isLogarithmic whether the same distance is the same factor
 */
record Ticks(List<Double> values, boolean isLogarithmic) {
  private static final int MOST = 6;

  /** Round numbers around some values, which are finite, and positive for a logarithmic axis. */
  static Ticks of(double[] shown, boolean isLogarithmic) {
    double least = Arrays.stream(shown).min().orElse(1);
    double most = Arrays.stream(shown).max().orElse(1);
    return isLogarithmic
        ? new Ticks(powers(Math.log10(least), Math.log10(most)), true)
        : new Ticks(multiples(Math.min(0, least), most), false);
  }

  /** Powers of ten: where they are many, of a hundred, a thousand, … */
  private static List<Double> powers(double least, double most) {
    long step = Math.max(1, (long) Math.ceil((most - least) / MOST));
    long first = Math.floorDiv((long) Math.floor(least + 1e-9), step) * step;
    List<Double> powers = new ArrayList<>();
    for (long exponent = first;
        powers.size() < 2 || exponent - step < most - 1e-9;
        exponent += step) {
      powers.add(Math.pow(10, (double) exponent));
    }
    return powers;
  }

  private static List<Double> multiples(double least, double most) {
    double range = most > least ? most - least : 1;
    double power = Math.pow(10, Math.floor(Math.log10(range / (MOST - 1))));
    double step = power;
    for (double factor : new double[] {2, 5, 10}) {
      step = range / step > MOST - 1 ? factor * power : step;
    }
    List<Double> multiples = new ArrayList<>();
    for (long i = (long) Math.floor(least / step);
        multiples.size() < 2 || (i - 1) * step < most - 1e-9 * range;
        i++) {
      multiples.add(i * step);
    }
    return multiples;
  }

  /** Where a value stands: 0 at the first tick, 1 at the last. */
  double share(double value) {
    double first = at(values.get(0));
    double last = at(values.get(values.size() - 1));
    return (at(value) - first) / (last - first);
  }

  private double at(double value) {
    return isLogarithmic ? Math.log10(value) : value;
  }
}
