package initlab.grader.lms;

import initlab.grader.files.CsvTable;
import initlab.grader.files.ZipWriter.Entry;
import initlab.grader.grading.GradeReport;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Identity.Kind;
import initlab.grader.intake.Identity.Person;
import initlab.grader.lms.Gradebook.UnknownGradebookException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Feedback as Canvas' and Moodle's own imports take it back. Moodle looks for a folder called
 * {@code name_id_assignsubmission_file} (importziplib.php); Canvas for the first two numbers
 * between underscores, which are the user and a file of hers that she handed in
 * (abstract_assignment.rb).
 */
public final class FeedbackZip {
  private static final Pattern CANVAS =
      Pattern.compile("(?i)(?:(?:.*?)_)??(?:LATE_)?(\\d+)_(\\d+)_(.+)");

  private final Feedback feedback;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> without = new TreeSet<>();

  /** Reads what a student is told: a file of a submission's feedback. */
  public interface Feedback {
    /**
     * The bytes of a file.
     *
     * @param name {@code feedback.html} or {@code feedback.txt}
     */
    byte[] read(String submission, String name) throws IOException;
  }

  private FeedbackZip(Feedback feedback) {
    this.feedback = feedback;
  }

  /**
   * For Moodle: each student's page. The number in its download may be a group's, which is another
   * student's: the worksheet says who has which.
   *
   * @param worksheet the grading worksheet
   * @throws UnknownGradebookException if it is none
   */
  public static FeedbackZip forMoodle(
      List<GradeReport> reports, Feedback feedback, String worksheet) throws IOException {
    CsvTable table = CsvTable.parse(worksheet);
    if (!MoodleWorksheet.isOne(table.header())) {
      throw new UnknownGradebookException("gradebook.unknown");
    }
    MoodleWorksheet book =
        new MoodleWorksheet(table, reports, new Gradebook.Options(null, false, true));
    book.filled();
    FeedbackZip zip = new FeedbackZip(feedback);
    reports.forEach(report -> zip.without.add(report.submission()));
    for (MoodleWorksheet.Place place : book.places()) {
      if (place.report().state() != SubmissionState.HARNESS_ERROR) {
        zip.add(place.folder() + "/feedback.html", place.report(), "feedback.html");
        zip.without.remove(place.report().submission());
      }
    }
    return zip;
  }

  /**
   * For Canvas: a text under the very name of the file that was handed in.
   *
   * @param downloaded the names in Canvas' own download
   * @param fileName the one file of a submission
   */
  public static FeedbackZip forCanvas(
      List<GradeReport> reports, Feedback feedback, List<String> downloaded, String fileName)
      throws IOException {
    FeedbackZip zip = new FeedbackZip(feedback);
    for (GradeReport report : reports) {
      for (String user : zip.users(report)) {
        Optional<String> name = handedIn(downloaded, user, fileName);
        if (name.isPresent()) {
          zip.add(name.get(), report, "feedback.txt");
        } else {
          zip.without.add(report.submission());
        }
      }
    }
    return zip;
  }

  /** Of several files of a user, one that is called like a submission. */
  private static Optional<String> handedIn(List<String> downloaded, String user, String fileName) {
    String stem = fileName.substring(0, fileName.lastIndexOf('.')).toLowerCase(Locale.ROOT);
    Optional<String> first = Optional.empty();
    for (String name : downloaded) {
      Matcher matcher = CANVAS.matcher(name);
      if (matcher.matches() && matcher.group(1).equals(user)) {
        if (matcher.group(3).toLowerCase(Locale.ROOT).startsWith(stem)) {
          return Optional.of(name);
        }
        first = first.isEmpty() ? Optional.of(name) : first;
      }
    }
    return first;
  }

  /** Who is told, by Canvas' numbers; nobody of a fault of ours. */
  private Set<String> users(GradeReport report) {
    Set<String> users = new TreeSet<>();
    if (report.state() != SubmissionState.HARNESS_ERROR) {
      for (Person person : report.submitted().who().people()) {
        person.ids().stream()
            .filter(id -> id.kind() == Kind.CANVAS_USER && id.value().matches("\\d+"))
            .forEach(id -> users.add(id.value()));
      }
    }
    if (users.isEmpty()) {
      without.add(report.submission());
    }
    return users;
  }

  private void add(String name, GradeReport report, String file) throws IOException {
    entries.add(Entry.plain(name, feedback.read(report.submission(), file)));
  }

  /** The files of the zip. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The submissions that none is for. */
  public Set<String> without() {
    return Set.copyOf(without);
  }
}
