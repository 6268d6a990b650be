package initlab.grader.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.intake.Intake.Found;
import initlab.grader.intake.Submission;
import initlab.grader.intake.Submission.Missing;
import initlab.grader.intake.Submission.Source;
import initlab.grader.text.UsageException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  private static Found course(int students) {
    List<Submission> all = new ArrayList<>();
    for (int i = 0; i < students; i++) {
      all.add(new Submission("student-" + i, new Source("class A {} // " + i)));
    }
    all.add(new Submission("nobody", new Missing("there is no file")));
    return new Found(all, List.of(), List.of(), List.of());
  }

  private static List<String> names(Shard shard, Found found) {
    return shard.of(found).submissions().stream().map(Submission::name).toList();
  }

  @Test
  void everySubmissionIsInOnePart() {
    Found found = course(1_000);
    TreeSet<String> seen = new TreeSet<>();
    for (int number = 1; number <= 7; number++) {
      List<String> own = names(new Shard(number, 7), found);
      assertTrue(own.size() > 100 && own.size() < 200, "parts are about equal: " + own.size());
      own.forEach(name -> assertTrue(seen.add(name), name));
    }
    assertEquals(1_001, seen.size());
  }

  @Test
  void thePartDependsNeitherOnTheOrderNorOnWhoElseIsThere() {
    Found found = course(100);
    List<Submission> shuffled = new ArrayList<>(found.submissions());
    Collections.shuffle(shuffled, new Random(1));
    Shard shard = new Shard(2, 3);
    TreeSet<String> before = new TreeSet<>(names(shard, found));
    assertEquals(before, new TreeSet<>(names(shard, found.with(shuffled))));
    before.retainAll(names(Shard.WHOLE, course(50)));
    assertEquals(before, new TreeSet<>(names(shard, course(50))));
  }

  @Test
  void equalSourcesAreInOnePart() {
    List<Submission> same = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      same.add(new Submission("student-" + i, new Source("class A {}")));
    }
    Found found = new Found(same, List.of(), List.of(), List.of());
    int first = names(new Shard(1, 2), found).size();
    assertTrue(first == 0 || first == 20, "all or none: " + first);
  }

  @Test
  void schedulersTellTheirIndexInTheirWays() {
    assertEquals(
        new Shard(2, 4), auto(Map.of("SLURM_ARRAY_TASK_ID", "2", "SLURM_ARRAY_TASK_COUNT", "4")));
    assertEquals(
        new Shard(3, 3),
        auto(
            Map.of(
                "SLURM_ARRAY_TASK_ID", "14",
                "SLURM_ARRAY_TASK_MIN", "10",
                "SLURM_ARRAY_TASK_STEP", "2",
                "SLURM_ARRAY_TASK_COUNT", "3")));
    assertEquals(
        new Shard(1, 8),
        auto(Map.of("AWS_BATCH_JOB_ARRAY_INDEX", "0", "AWS_BATCH_JOB_ARRAY_SIZE", "8")));
    assertEquals(new Shard(5, 5), auto(Map.of("JOB_COMPLETION_INDEX", "4", "INITLAB_SHARDS", "5")));
    assertEquals(new Shard(5, 5), auto(Map.of("PBS_ARRAY_INDEX", "5", "INITLAB_SHARDS", "5")));
  }

  private static Shard auto(Map<String, String> environment) {
    return Shard.of("auto", environment);
  }

  @Test
  void withoutAnIndexAutoIsRefusedRatherThanTakenForTheWhole() {
    assertThrows(UsageException.class, () -> auto(Map.of()));
    assertThrows(UsageException.class, () -> auto(Map.of("JOB_COMPLETION_INDEX", "0")));
    assertThrows(
        UsageException.class,
        () -> auto(Map.of("JOB_COMPLETION_INDEX", "5", "INITLAB_SHARDS", "5")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/4", "5/4", "1/0", "2", "-1/4", "a/b", "1/4/8", "", "1/9999999"})
  void thereIsNoSuchPart(String text) {
    UsageException e = assertThrows(UsageException.class, () -> Shard.of(text, Map.of()));
    assertEquals(
        "--shard is " + text + "; it must be K/N with K from 1 to N, as 2/4, or auto",
        e.getMessage());
  }
}
