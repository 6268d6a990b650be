package initlab.grader.second;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.grading.GradeReport;
import initlab.grader.grading.Grader;
import initlab.grader.grading.Policy;
import initlab.grader.intake.Intake;
import initlab.grader.intake.Submission;
import initlab.grader.intake.Submission.Source;
import initlab.grader.rubric.Adjustments;
import initlab.grader.run.ClassRun;
import initlab.grader.run.Reason;
import initlab.grader.run.RunListener;
import initlab.grader.run.RunOptions;
import initlab.grader.run.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another assignment, of one method and two checks, through the same engine. */
class SecondAssignmentTest {
  @TempDir private Path folder;

  @Test
  void aClassIsGradedIntoAFolder() throws IOException {
    String right = OnesAssignment.RIGHT;
    List<GradeReport> reports =
        grade(
            submission("ada", right),
            submission(
                "bob",
                right
                    .replace("SimpleMatrix.ones(1, sizes[i])", "twos(sizes[i])")
                    .replace(
                        "public static",
                        "private static SimpleMatrix twos(int n) {\n"
                            + "return SimpleMatrix.ones(1, n).scale(2); }\n\npublic static")),
            submission("cy", right.replace("sizes[i])", "sizes[i] + 1)")),
            submission("dan", right.replace("ones(int[]", "two(int[]")),
            submission("eve", right.replace("return rows", "System.gc(); return rows")),
            submission("fay", "package course; public class Ones {"));
    assertEquals(
        List.of(100.0, 40.0, 0.0, 0.0, 0.0, 0.0),
        reports.stream().map(GradeReport::score).toList());
    assertEquals("ones.twos", reports.get(1).checks().get(1).hint());
    assertTrue(reports.get(2).checks().get(0).message().startsWith("the rows have [3, 4] columns"));
    assertTrue(reports.get(3).checks().get(0).message().contains("ones(int[] sizes)"));
    assertEquals("rejected", reports.get(4).state().id());
    assertEquals("not_compiled", reports.get(5).state().id());
    assertEquals(
        "submission,student,state,score,max_score,exercise_1,student_id,handed_in,late_percent,"
            + "automatic_score",
        Files.readAllLines(folder.resolve("grades.csv")).get(0));
    assertTrue(Files.isRegularFile(folder.resolve("submissions/ada/Ones.java")));
    assertTrue(
        Files.readString(folder.resolve("feedback/bob/feedback.txt")).contains("[2.0, 2.0]"));
  }

  @Test
  void itsFileIsFoundInWhatAPlatformHandsOut() throws IOException {
    Path own = folder.resolve("class/Ada_11_assignsubmission_file");
    Files.createDirectories(own);
    Files.writeString(own.resolve("Ones (1).java"), "package course; public class Ones {}");
    Intake.Found found = Intake.find("Ones.java", List.of(folder.resolve("class")));
    Source source = (Source) found.submissions().get(0).content();
    assertEquals(List.of("Ones (1).java was taken for Ones.java"), source.notices());
  }

  private List<GradeReport> grade(Submission... submissions) throws IOException {
    Policy policy = Policy.standard(new OnesAssignment());
    Intake.Found found = new Intake.Found(List.of(submissions), List.of(), List.of(), List.of());
    try (Grader grader = new Grader(policy)) {
      Adjustments none = Adjustments.read(folder.resolve("none"), new TreeSet<>());
      RunOptions options = new RunOptions(folder, 1, false, Set.of(), none, Shard.WHOLE);
      return new ClassRun(grader, policy, options, new Nobody()).grade(found, false);
    }
  }

  private static Submission submission(String name, String source) {
    return new Submission(name, new Source(source));
  }

  /** Whoever is not interested in how a run goes. */
  private static final class Nobody implements RunListener {
    @Override
    public void starts(int total) {}

    @Override
    public void goesOn(Map<Reason, List<String>> reasons) {}

    @Override
    public void nothingToDo(int total) {}

    @Override
    public void keepsTheOld(String submission) {}

    @Override
    public void begins(String submission) {}

    @Override
    public void graded(String submission, int done, int total) {}
  }
}
