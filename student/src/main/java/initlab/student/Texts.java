package initlab.student;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * What the lab and its tests say, from {@code texts.properties}: in the language of the system, or
 * of the property {@code lang}, as in {@code mvn test -Dlang=zh}. Numbers look the same in every
 * language.
 */
final class Texts {
  private static final String BUNDLE = Texts.class.getPackageName() + ".texts";

  private Texts() {}

  /** A sentence with its values filled in, as by {@link String#format}. */
  static String get(String key, Object... values) {
    return String.format(Locale.ROOT, bundle().getString(key), values);
  }

  static ResourceBundle bundle() {
    return ResourceBundle.getBundle(
        BUNDLE, language(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /** Fills a text with spaces; a Chinese character is as wide as two letters. */
  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - columns(text)));
  }

  /** How many letters wide a text is. */
  static int columns(String text) {
    return text.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
  }

  private static Locale language() {
    String asked = System.getProperty("lang", "");
    return asked.isBlank()
        ? Locale.getDefault(Locale.Category.DISPLAY)
        : Locale.forLanguageTag(asked.strip());
  }
}
