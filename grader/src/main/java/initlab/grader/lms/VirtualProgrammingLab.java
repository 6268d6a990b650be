package initlab.grader.lms;

import initlab.grader.files.ZipWriter.Entry;
import initlab.grader.grading.GradeReport;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Submission;
import initlab.grader.report.Points;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Moodle's Virtual Programming Lab: the output is the result. Of its lines {@code Grade :=>>} in
 * column 0 is the grade, the last one counting, and what stands between {@code <|--} and {@code
 * --|>} is for the student, with {@code -} before a title and {@code >} before what is shown as it
 * is (sources of mod_vpl 4.4.2). Each line of ours begins with one of the two.
 */
final class VirtualProgrammingLab implements Lms {
  @Override
  public String name() {
    return "vpl";
  }

  /** The files of the instructor lie in the same folder. */
  @Override
  public Submission read(Site site) {
    return site.onlyFile("MOODLE_USER_NAME");
  }

  @Override
  public String finish(Site site, GradeReport report, long seconds) {
    return "\n<|--\n" + comments(StudentView.of(report)) + "--|>\n" + grade(site, report);
  }

  private static String comments(StudentView view) {
    String checks =
        view.checks().stream()
            .map(check -> title(check) + shownAsItIs(check.message()))
            .collect(Collectors.joining());
    return shownAsItIs(view.message()) + checks + shownAsItIs(view.printed());
  }

  /** What ends in a negative number in parentheses would be taken for a deduction, and cut. */
  private static String title(StudentView.Item check) {
    String mark = check.hasPassed() ? "ok" : "--";
    return "-[%s] %s: %s\n".formatted(mark, check.name(), StudentView.points(check));
  }

  private static String shownAsItIs(String text) {
    return text.lines().map(line -> "> " + line + "\n").collect(Collectors.joining());
  }

  /** Without a grade Moodle keeps the one it has: a fault of ours is none. */
  private static String grade(Site site, GradeReport report) {
    if (report.state() == SubmissionState.HARNESS_ERROR || site.says("VPL_GRADEMAX").isEmpty()) {
      return "";
    }
    double min = Double.parseDouble(site.says("VPL_GRADEMIN").orElse("0"));
    double max = Double.parseDouble(site.says("VPL_GRADEMAX").orElse("0"));
    return "\nGrade :=>>" + Points.show(min + StudentView.share(report) * (max - min)) + "\n";
  }

  /** VPL's editor takes text alone; it decodes files that end so before they are run. */
  @Override
  public List<Entry> files(Upload upload) throws IOException {
    List<Entry> files =
        upload.graderIn(
            "",
            upload.script("vpl_run.sh", "vpl/vpl_evaluate.sh"),
            upload.script("vpl_evaluate.sh", "vpl/vpl_evaluate.sh"));
    return files.stream()
        .map(entry -> entry.name().endsWith(".jar") ? encoded(entry) : entry)
        .toList();
  }

  private static Entry encoded(Entry entry) {
    return Entry.plain(
        entry.name() + ".b64",
        Base64.getMimeEncoder(76, new byte[] {'\n'}).encode(entry.content()));
  }
}
