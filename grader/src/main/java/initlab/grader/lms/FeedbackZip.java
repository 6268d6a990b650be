package initlab.grader.lms;

import initlab.grader.files.CsvTable;
import initlab.grader.files.ZipWriter.Entry;
import initlab.grader.grading.GradeReport;
import initlab.grader.grading.SubmissionState;
import initlab.grader.intake.Identity.Kind;
import initlab.grader.lms.Gradebook.UnknownGradebookException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Feedback as Canvas' and Moodle's own imports take it back. Moodle looks for a folder called
 * {@code name_id_assignsubmission_file} (importziplib.php); Canvas for the first two numbers
 * between underscores, which are the user and a file of hers that she handed in
 * (abstract_assignment.rb).
 */
public final class FeedbackZip {
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
   * For Canvas: a text under the very name of the file that was graded. Of an earlier attempt's
   * file, Canvas takes none.
   *
   * @param downloaded the names in Canvas' own download
   */
  public static FeedbackZip forCanvas(
      List<GradeReport> reports, Feedback feedback, List<String> downloaded) throws IOException {
    FeedbackZip zip = new FeedbackZip(feedback);
    for (GradeReport report : reports) {
      Optional<String> name =
          downloaded.stream()
              .filter(file -> file.replaceFirst("[.][^_]*$", "").equals(report.submission()))
              .findFirst();
      if (name.isPresent() && isForOneOf(report, name.get())) {
        zip.add(name.get(), report, "feedback.txt");
      } else {
        zip.without.add(report.submission());
      }
    }
    return zip;
  }

  /** Whether Canvas will take a name for a student's; a fault of ours is told to nobody. */
  private static boolean isForOneOf(GradeReport report, String name) {
    List<String> numbers =
        Pattern.compile("_").splitAsStream(name).filter(part -> part.matches("\\d+")).toList();
    return report.state() != SubmissionState.HARNESS_ERROR
        && numbers.size() >= 2
        && report.submitted().who().people().stream()
            .flatMap(person -> person.ids().stream())
            .anyMatch(id -> id.kind() == Kind.CANVAS_USER && id.value().equals(numbers.get(0)));
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
