package initlab.grader.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.assignment.CourseSecret;
import initlab.grader.intake.Submission;
import initlab.grader.intake.Submission.Source;
import initlab.grader.lab.WeightLab;
import initlab.grader.rubric.Rubric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a submission learns of its questions is of no use to the next. */
class QuestionsTest {
  private static final Path RIGHT = Path.of("samples/right-100/Initializers.java");
  private static final String ASKED = "asked ";
  private static final String TRAINING = "[2, 10, 5, 1]";

  @TempDir private Path folder;

  @Test
  void withASecretEachSourceIsAskedOtherQuestionsAndTheSameSourceTheSame() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "a sentence of one course alone");
    try (Grader grader = grader(CourseSecret.read(file))) {
      Set<String> one = asked(grader, "// one");
      Set<String> two = asked(grader, "// two");
      assertTrue(one.size() > 5, one::toString);
      assertEquals(one, asked(grader, "// one"));
      Set<String> both = new TreeSet<>(one);
      both.retainAll(two);
      both.removeIf(question -> question.contains(TRAINING) || question.contains("[1, 1]"));
      assertEquals(Set.of(), both);
    }
  }

  private static Grader grader(CourseSecret secret) {
    WeightLab lab = new WeightLab();
    return new Grader(new Policy(lab, Rubric.standard(lab), List.of(), Set.of(), secret));
  }

  /** What exercise 3 of a right answer was asked, as it says itself. */
  private static Set<String> asked(Grader grader, String comment) throws IOException {
    String source =
        Files.readString(RIGHT)
            .replaceFirst(
                "(initializeHe\\(.*\\{)",
                "$1 System.out.println(\""
                    + ASKED
                    + "\" + java.util.Arrays.toString(layerDims) + seed);");
    GradeReport report = grader.grade(new Submission("eve", new Source(source + comment)));
    assertEquals(100, report.score(), report.message());
    return report
        .printed()
        .lines()
        .filter(line -> line.startsWith(ASKED) && line.matches(".*\\]\\d+"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
