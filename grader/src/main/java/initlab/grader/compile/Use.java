package initlab.grader.compile;

/**
 * A place where a class uses something.
 *
 * @param type the type that is used, by its binary name
 * @param member the method, constructor ({@code <init>}) or field; empty where the type is named
 * @param descriptor the member's descriptor, which tells overloads apart; empty for a type
 * @param line the line of the source, or 0 if it is not known
 */
record Use(String type, String member, String descriptor, int line) {
  /** A type, or a word of the language, by itself. */
  static Use of(String type, int line) {
    return new Use(type, "", "", line);
  }

  /** As a student would write it: {@code java.io.File}, {@code System.getenv}. */
  String show() {
    boolean isImported = type.matches("java\\.lang\\.[^.]+");
    String shown = (isImported ? type.substring("java.lang.".length()) : type).replace('$', '.');
    return member.isEmpty() || member.equals("<init>") ? shown : shown + "." + member;
  }
}
