package initlab.grader.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.assignment.CourseSecret;
import initlab.grader.compile.BuildResult.Compiled;
import initlab.grader.intake.Submission;
import initlab.grader.intake.Submission.Source;
import initlab.grader.lab.WeightLab;
import initlab.grader.rubric.Rubric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is not asked, as another has written the same code, and who is. */
class RightCodeTest {
  private static Grader grader;
  private static String right;

  @BeforeAll
  static void start() throws IOException {
    grader = new Grader(Policy.standard(new WeightLab()));
    right =
        Files.readString(GradingKit.SUBMISSIONS.resolve("right/plain/Initializers.java"))
            .replace("\r", "");
    assertEquals(100, grade(grader, right).score());
  }

  @AfterAll
  static void stop() {
    grader.close();
  }

  @Test
  void linesCommentsAndNamesOfVariablesAreNoCode() {
    String other =
        right
            .replace("parameters", "p")
            .replace("layerDims", "sizes")
            .replace("for (", "// all layers\n\n    for (");
    assertNotEquals(right, other);
    assertEquals(hash(right), hash(other));
    assertEquals(100, grade(grader, other).score());
  }

  /** Each is wrong in one place alone, and comes after one that is right. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scale(10)      | scale(11)
          2.0 /          | 2.1 /
          Math.sqrt      | Math.cbrt
          "b" + l        | "B" + l
          int l = 1      | int l = 2
          random.randn(  | new RandomState(1).randn(
          l++            | l += 2
          """)
  void oneInstructionMakesAnotherCode(String before, String after) {
    String wrong = right.replace(before, after);
    assertNotEquals(hash(right), hash(wrong));
    assertTrue(grade(grader, wrong).score() < 100, wrong);
  }

  @Test
  void whatIsInAnotherClassIsCodeToo() {
    String helped = right + "final class Factor { static double of(int n) { return 2.0 / n; } }";
    helped = helped.replace("2.0 / layerDims[l - 1]", "Factor.of(layerDims[l - 1])");
    assertEquals(100, grade(grader, helped).score());
    assertTrue(grade(grader, helped.replace("2.0 / n", "1.0 / n")).score() < 100);
  }

  /** With its constants in another order, a method of 64,000 bytes has more than it may. */
  @Test
  void codeAtTheLimitsOfAClassFileIsAskedEachTime() {
    StringBuilder far = new StringBuilder("static int far(int x) { ");
    for (int n = 70_000; n < 70_249; n++) {
      far.append("x+=").append(n).append(';');
    }
    far.append("x+=70248;".repeat(12_000)).append(" return x; }");
    String large = right.replace("Initializers {", "Initializers {" + far);
    assertEquals(Optional.empty(), hash(large));
    assertEquals(100, grade(grader, large).score());
  }

  @Test
  void whatEachPrintsIsInEachReport() {
    String printing =
        right.replace("return parameters;", "System.out.println(1); return parameters;");
    for (int i = 0; i < 2; i++) {
      assertTrue(grade(grader, printing).printed().startsWith("1\n1\n"));
    }
  }

  @Test
  void withASecretTheSameCodeIsAskedOtherQuestions(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "a sentence of one course alone");
    String sometimes =
        right.replace("2.0 /", "(layerDims[0] > 280 && layerDims[0] % 2 == 0 ? 3.0 : 2.0) /");
    List<Boolean> areRight = new ArrayList<>();
    WeightLab lab = new WeightLab();
    CourseSecret own = CourseSecret.read(secret);
    try (Grader asking =
        new Grader(new Policy(lab, Rubric.standard(lab), List.of(), Set.of(), own))) {
      for (int i = 0; i < 6; i++) {
        areRight.add(grade(asking, sometimes + "// " + i).score() == 100);
      }
    }
    int first = areRight.indexOf(true);
    assertTrue(first >= 0 && areRight.lastIndexOf(false) > first, areRight::toString);
  }

  private static GradeReport grade(Grader grader, String source) {
    return grader.grade(new Submission("eve", new Source(source)));
  }

  private static Optional<String> hash(String source) {
    Compiled built = (Compiled) grader.build(new Submission("eve", new Source(source)));
    return RightCode.hash(built.classes());
  }
}
