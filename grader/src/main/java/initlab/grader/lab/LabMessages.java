package initlab.grader.lab;

import initlab.grader.text.Messages;

/** The sentences of this lab, from its own {@code messages.properties}. */
final class LabMessages {
  private static final String BUNDLE = LabMessages.class.getPackageName() + ".messages";

  private LabMessages() {}

  /** A sentence with its values filled in. */
  static String get(String key, Object... values) {
    return Messages.from(BUNDLE, key, values);
  }

  static boolean has(String key) {
    return Messages.has(BUNDLE, key);
  }
}
