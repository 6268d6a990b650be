package initlab.grader.lms;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Compares names as platforms write them: {@code Lovelace, Ada}, {@code lovelaceada}. */
final class Names {
  private static final int MAX_WORDS = 5; // of which all orders are tried

  private Names() {}

  /** Whether two names are the same: the same words in any order, with or without gaps. */
  static boolean areSame(String one, String other) {
    return agree(words(one, true), words(other, true));
  }

  /**
   * Whether two names can be of one person, of whom more is known than the name: the same, or one
   * by a platform that drops what is not ASCII.
   */
  static boolean canBeSame(String one, String other) {
    return areSame(one, other)
        || (isAscii(one) != isAscii(other) && agree(words(one, false), words(other, false)));
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /** Whether a name tells nothing: it is empty, a number, or stands for nobody. */
  static boolean isUnknown(String name) {
    return name.chars().noneMatch(Character::isLetter)
        || name.matches("(?i)(participant|anon(ymous)?|student)[ _]*\\w*\\d\\w*");
  }

  private static boolean agree(List<String> one, List<String> other) {
    String joined = String.join("", one);
    String others = String.join("", other);
    return !joined.isEmpty()
        && joined.length() == others.length()
        && (one.size() <= other.size() ? isAnOrder(joined, other) : isAnOrder(others, one));
  }

  /** Whether a text is made of some words, in whatever order. */
  private static boolean isAnOrder(String text, List<String> words) {
    if (words.isEmpty()) {
      return text.isEmpty();
    }
    if (words.size() > MAX_WORDS) {
      List<String> reversed = new ArrayList<>(words);
      Collections.reverse(reversed);
      return text.equals(String.join("", words)) || text.equals(String.join("", reversed));
    }
    for (int i = 0; i < words.size(); i++) {
      List<String> left = new ArrayList<>(words);
      String word = left.remove(i);
      if (text.startsWith(word) && isAnOrder(text.substring(word.length()), left)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> words(String name, boolean keepsAll) {
    String text =
        keepsAll
            ? Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
            : name.replaceAll("[^\\p{ASCII}]", "");
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
