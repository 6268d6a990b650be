package initlab.grader.cli;

import initlab.grader.grading.GradeReport;
import initlab.grader.intake.Submission;
import initlab.grader.rubric.StudentTimes;
import initlab.grader.text.Text;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
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
    Map<String, String> owners = new HashMap<>();
    for (Submission one : submissions) {
      requireOne(owners, one.name(), one.names());
    }
    return submissions.stream().map(one -> find(one.names()).map(one::at).orElse(one)).toList();
  }

  /** The same for reports. */
  List<GradeReport> ofReports(List<GradeReport> reports) {
    Map<String, String> owners = new HashMap<>();
    for (GradeReport one : reports) {
      requireOne(owners, one.submission(), one.names());
    }
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

  /** The time of one of two people with the same name is not the other's. */
  private void requireOne(Map<String, String> owners, String submission, Set<String> names) {
    for (String name : names) {
      if (times.containsKey(name)) {
        String other = owners.put(name, submission);
        if (other != null) {
          throw new UsageException("usage.times-of-two", Text.clean(name), other, submission);
        }
      }
    }
  }

  /** Of a group whose members have several times, the latest counts. */
  private Optional<Instant> find(Set<String> names) {
    unused.removeAll(names);
    return names.stream().filter(times::containsKey).map(times::get).max(Instant::compareTo);
  }
}
