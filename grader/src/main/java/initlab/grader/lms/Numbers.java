package initlab.grader.lms;

import java.util.OptionalDouble;

/** Numbers as spreadsheets and platforms write them: {@code 1,000.00}, {@code 50,00}. */
final class Numbers {
  private Numbers() {}

  /** The number; empty if it is none. */
  static OptionalDouble of(String text) {
    try {
      return OptionalDouble.of(
          Double.parseDouble(plain(text.strip().replaceAll("[\\s\u00A0']", ""))));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** Whether the last mark before the fraction is a comma. */
  static boolean hasDecimalComma(String text) {
    return text.matches(".*\\d,\\d+") && !isGrouped(text.strip());
  }

  private static String plain(String text) {
    if (text.indexOf('.') >= 0 && text.indexOf(',') >= 0) {
      boolean pointIsLast = text.lastIndexOf('.') > text.lastIndexOf(',');
      return pointIsLast ? text.replace(",", "") : text.replace(".", "").replace(',', '.');
    }
    return isGrouped(text) ? text.replace(",", "") : text.replace(',', '.');
  }

  /** Thousands: {@code 1,000}. */
  private static boolean isGrouped(String text) {
    return text.matches("[+-]?\\d{1,3}(,\\d{3})+([.]\\d+)?");
  }
}
