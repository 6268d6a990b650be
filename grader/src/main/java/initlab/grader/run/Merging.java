package initlab.grader.run;

import initlab.grader.assignment.Assignment;
import initlab.grader.grading.GradeReport;
import initlab.grader.report.RunFacts;
import initlab.grader.report.RunFacts.Part;
import initlab.grader.report.RunState;
import initlab.grader.rubric.Adjustments;
import initlab.grader.text.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts the parts of a class that were graded apart together, as if one run had graded it. */
public final class Merging {
  private final List<Path> shards;
  private final Assignment assignment;

  /** Of the result folders of all parts, in any order. */
  public Merging(List<Path> shards, Assignment assignment) {
    this.shards = List.copyOf(shards);
    this.assignment = assignment;
  }

  /**
   * Writes the whole class.
   *
   * @param adjustments those that the parts were graded with
   * @return its results, sorted by submission
   * @throws UsageException if a part is missing, doubled, unfinished or of another class, rubric,
   *     secret, language, Java or version; the message names it
   */
  public List<GradeReport> write(Path out, Adjustments adjustments) throws IOException {
    return write(out, parts(), adjustments);
  }

  private List<Shared> parts() throws IOException {
    SortedMap<Integer, Shared> parts = new TreeMap<>();
    for (Path folder : shards) {
      Shared part = new Shared(folder, facts(folder));
      Shared other = parts.put(part.number(), part);
      if (other != null) {
        throw new UsageException("merge.doubled", part.number(), other.folder(), folder);
      }
    }
    List<Shared> all = List.copyOf(parts.values());
    all.forEach(part -> requireSame(all.get(0), part));
    requireAll(parts.keySet(), all.get(0).facts().shard().count());
    return all;
  }

  /** A part and what its run says of it. */
  private record Shared(Path folder, RunFacts facts) {
    int number() {
      return facts.shard().number();
    }
  }

  private List<GradeReport> write(Path out, List<Shared> parts, Adjustments adjustments)
      throws IOException {
    Map<String, ResultFiles> places = new HashMap<>();
    List<GradeReport> reports = new ArrayList<>();
    for (Shared part : parts) {
      addResults(part, places, reports);
    }
    reports.sort(Comparator.comparing(GradeReport::submission));
    RunFacts facts = whole(parts.stream().map(Shared::facts).toList());
    new WholeResults(out, assignment).write(facts, reports, places, adjustments);
    return reports;
  }

  private static RunFacts facts(Path shard) throws IOException {
    RunFacts facts =
        RunFacts.read(shard).orElseThrow(() -> new UsageException("merge.no-run", shard));
    if (facts.state() != RunState.COMPLETE) {
      throw new UsageException("merge.unfinished", shard);
    }
    return facts;
  }

  private static void requireSame(Shared first, Shared other) {
    RunFacts one = first.facts();
    RunFacts facts = other.facts();
    if (!one.settings().equals(facts.settings())) {
      String differences =
          String.join(", ", Settings.differences(one.settings(), facts.settings()));
      throw new UsageException("merge.foreign", other.folder(), differences, first.folder());
    }
    if (one.shard().count() != facts.shard().count()
        || !one.shard().course().equals(facts.shard().course())) {
      throw new UsageException("merge.other-class", other.folder(), first.folder());
    }
  }

  private static void requireAll(Set<Integer> numbers, int count) {
    String missing =
        IntStream.rangeClosed(1, count)
            .filter(number -> !numbers.contains(number))
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new UsageException("merge.missing", missing, count);
    }
  }

  private void addResults(Shared part, Map<String, ResultFiles> places, List<GradeReport> reports)
      throws IOException {
    ResultFiles files = new ResultFiles(part.folder(), assignment);
    List<String> names = files.names();
    int expected = part.facts().submissions();
    if (names.size() != expected) {
      throw new UsageException("merge.incomplete", part.folder(), names.size(), expected);
    }
    for (String name : names) {
      places.put(name, files);
      reports.add(
          files
              .read(name)
              .orElseThrow(() -> new UsageException("merge.unreadable", part.folder(), name)));
    }
  }

  /** What is told of all runs together: the machine and the time of the one that took longest. */
  private static RunFacts whole(List<RunFacts> runs) {
    RunFacts longest = runs.stream().max(Comparator.comparing(RunFacts::seconds)).orElseThrow();
    Map<String, Double> took = new TreeMap<>();
    runs.forEach(run -> took.putAll(run.took()));
    return longest.merged(
        runs.stream().mapToInt(RunFacts::submissions).sum(),
        took,
        new Part(1, 1, longest.shard().course()));
  }

  /**
   * A part that has the teacher's table which all parts were graded with.
   *
   * @throws UsageException if it is not the same in all of them, or they cannot be put together
   */
  public Path adjusted() throws IOException {
    Path first = shards.get(0);
    for (Shared part : parts()) {
      Path shard = part.folder();
      if (!Arrays.equals(table(first), table(shard))) {
        throw new UsageException("merge.adjustments", Adjustments.FILE, first, shard);
      }
    }
    return first;
  }

  private static byte[] table(Path shard) throws IOException {
    Path file = shard.resolve(Adjustments.FILE);
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }
}
