package initlab.grader.lms;

/** A feedback comment of Moodle's worksheet, which Moodle keeps as HTML. */
final class MoodleComment {
  /** How ours begins, so that it can be told from a teacher's. */
  private static final String OWN = "InitLab: ";

  private MoodleComment() {}

  /** What a teacher has written stays; a comment of an earlier run is replaced. */
  static String of(String before, String feedback) {
    String present = before.strip();
    int own = present.indexOf(OWN);
    String teachers = present.isEmpty() ? "" : present + "<br><br>";
    return (own < 0 ? teachers : present.substring(0, own)) + OWN + html(feedback);
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\n", "<br>");
  }
}
