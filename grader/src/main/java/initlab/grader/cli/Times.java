package initlab.grader.cli;

import initlab.grader.grading.GradeReport;
import initlab.grader.intake.Submission;
import initlab.grader.rubric.StudentTimes;
import initlab.grader.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A table of when submissions were handed in, where their platform's files do not say it. */
final class Times {
  private final Map<String, Instant> times;
  private final Set<String> unused;

  /** Reads a table with the columns student and time. */
  Times(Path file) throws IOException {
    times = StudentTimes.read(file, "time");
    unused = new TreeSet<>(times.keySet());
  }

  /** The submissions with their times, by the name of the submission, the student or the id. */
  List<Submission> of(List<Submission> submissions) {
    return submissions.stream().map(one -> find(one.names()).map(one::at).orElse(one)).toList();
  }

  /** The same for reports. */
  List<GradeReport> ofReports(List<GradeReport> reports) {
    return reports.stream()
        .map(one -> find(one.names()).map(time -> one.of(one.submitted().at(time))).orElse(one))
        .toList();
  }

  /** Names whom the table has and the class has not. */
  void tellUnused(Console console) {
    if (!unused.isEmpty()) {
      console.say("run.times-unknown", Text.clean(unused.toString()));
    }
  }

  /** Of a group whose members have several times, the latest counts. */
  private Optional<Instant> find(Set<String> names) {
    unused.removeAll(names);
    return names.stream().filter(times::containsKey).map(times::get).max(Instant::compareTo);
  }
}
