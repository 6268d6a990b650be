package initlab.grader.lms;

/** A feedback comment of Moodle's worksheet, which Moodle keeps as HTML. */
final class MoodleComment {
  /** How ours begins, so that it can be told from a teacher's. */
  private static final String OWN = "InitLab: ";

  /** Ours goes to here; what is behind it is the teacher's. */
  private static final String END = "<br>– InitLab";

  private MoodleComment() {}

  /**
   * What a teacher has written stays, before and behind; a comment of an earlier run is replaced.
   */
  static String of(String before, String feedback) {
    String present = before.strip();
    String ours = OWN + html(feedback) + END;
    int start = present.indexOf(OWN);
    if (start < 0) {
      return (present.isEmpty() ? "" : present + "<br><br>") + ours;
    }
    return present.substring(0, start) + ours + present.substring(end(present, start));
  }

  /** Without its end, as an editor of Moodle's has left it, ours is the rest of its paragraph. */
  private static int end(String present, int start) {
    int end = present.indexOf(END, start);
    int paragraph = present.indexOf("</p>", start);
    if (end >= 0) {
      return end + END.length();
    }
    return paragraph >= 0 ? paragraph : present.length();
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\n", "<br>");
  }
}
