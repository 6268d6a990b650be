package initlab.grader.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Guesses how a source without a byte-order mark was encoded. UTF-8 hardly ever fits by chance. Of
 * the others, the codes of East Asia have characters of two bytes, of which the second can be that
 * of a letter or a backslash: read as such, an accent of a western code swallows what follows it.
 */
final class Encodings {
  private static final Charset EAST = Charset.forName("GB18030");
  private static final Charset WEST = Charset.forName("windows-1252");
  private static final String ESCAPES = "ntrbfsu\"'\\01234567";

  private Encodings() {}

  /** The encodings to try, the likeliest first. */
  static List<Charset> guesses(byte[] bytes) {
    return isWestern(bytes)
        ? List.of(StandardCharsets.UTF_8, WEST, EAST)
        : List.of(StandardCharsets.UTF_8, EAST, WEST);
  }

  /** Accents stand alone among letters; characters of two bytes stand together. */
  private static boolean isWestern(byte[] bytes) {
    int runs = 0;
    int single = 0;
    int backslashes = 0;
    int escapes = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (isHigh(bytes, i) && !isHigh(bytes, i - 1)) {
        int end = endOfRun(bytes, i);
        runs++;
        single += end - i == 1 && !isOfFour(bytes, i) ? 1 : 0;
        if ((end - i) % 2 == 1 && at(bytes, end) == '\\') {
          backslashes++;
          escapes += ESCAPES.indexOf(at(bytes, end + 1)) >= 0 ? 1 : 0;
        }
      }
    }
    return 2 * single > runs || (backslashes > 0 && escapes == backslashes);
  }

  private static int endOfRun(byte[] bytes, int start) {
    int end = start;
    while (isHigh(bytes, end)) {
      end++;
    }
    return end;
  }

  /** GB18030 writes rare characters as a high byte, a digit, a high byte, a digit. */
  private static boolean isOfFour(byte[] bytes, int high) {
    return Character.isDigit(at(bytes, high + 1))
        && (isHigh(bytes, high + 2) || isHigh(bytes, high - 2));
  }

  private static boolean isHigh(byte[] bytes, int place) {
    return at(bytes, place) >= 0x80;
  }

  /** A byte; a line end where there is none. */
  private static int at(byte[] bytes, int place) {
    return place >= 0 && place < bytes.length ? bytes[place] & 0xFF : '\n';
  }
}
