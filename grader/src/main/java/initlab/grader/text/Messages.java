package initlab.grader.text;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Whole sentences from {@code messages.properties}, in the language of the display locale. Numbers
 * in them look the same in every language.
 */
public final class Messages {
  private static final String PACKAGE = Messages.class.getPackageName() + ".";

  private Messages() {}

  /**
   * A sentence with its values filled in, as by {@link String#format}.
   *
   * @throws java.util.MissingResourceException if there is none with that key
   */
  public static String get(String key, Object... values) {
    return from(PACKAGE + "messages", key, values);
  }

  /**
   * The same from the sentences of an assignment.
   *
   * @param bundle the name of the bundle, package and all
   */
  public static String from(String bundle, String key, Object... values) {
    return String.format(Locale.ROOT, bundle(bundle).getString(key), values);
  }

  /** Whether a bundle has a sentence with that key. */
  public static boolean has(String bundle, String key) {
    return bundle(bundle).containsKey(key);
  }

  /** What {@code --help} says, by picocli's keys; in English it stands with the options. */
  public static ResourceBundle usage() {
    return bundle(PACKAGE + "usage");
  }

  private static ResourceBundle bundle(String name) {
    ResourceBundle.Control noFallback =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return ResourceBundle.getBundle(name, Locale.getDefault(Locale.Category.DISPLAY), noFallback);
  }
}
