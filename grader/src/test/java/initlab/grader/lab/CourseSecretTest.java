package initlab.grader.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.assignment.CourseSecret;
import initlab.grader.assignment.CourseSecret.UnusableSecretException;
import initlab.grader.sandbox.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourseSecretTest {
  @TempDir private Path folder;

  @Test
  void theSameSecretAsksTheSameAndAnotherAsksSomethingElse() throws IOException {
    CourseSecret one = secret("a long sentence of ours");
    CourseSecret same = secret("a long sentence of ours\r\n");
    CourseSecret other = secret("a long sentence of yours");
    assertEquals(one.seed("he.exact"), same.seed("he.exact"));
    assertEquals(one.name(), same.name());
    assertNotEquals(one.seed("he.exact"), one.seed("he.shapes"));
    assertNotEquals(one.seed("he.exact"), other.seed("he.exact"));
    assertNotEquals(one.seed("he.exact"), CourseSecret.builtIn().seed("he.exact"));
  }

  @Test
  void theNameDoesNotTellTheSecret() throws IOException {
    CourseSecret secret = secret("a long sentence of ours");
    assertTrue(secret.name().matches("[0-9a-f]{8}"), secret.name());
    assertFalse(secret.isBuiltIn());
    assertEquals("built-in", CourseSecret.builtIn().name());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 4097})
  void aSecretThatIsTooShortOrTooLongIsRefused(int length) {
    UnusableSecretException e =
        assertThrows(UnusableSecretException.class, () -> secret("x".repeat(length)));
    assertTrue(String.valueOf(e.getMessage()).contains("16 to 4096"), e.getMessage());
  }

  /** Whoever prints what is asked of one source knows nothing of what is asked of another. */
  @ParameterizedTest
  @EnumSource(LabExercise.class)
  void twoSourcesAreAskedOtherQuestions(LabExercise exercise) throws IOException {
    CourseSecret secret = secret("a long sentence of ours");
    Set<Question> one = questions(exercise, secret.forSource("one"));
    assertEquals(one, questions(exercise, secret.forSource("one")), "the same source");
    Set<Question> both = new HashSet<>(one);
    both.retainAll(questions(exercise, secret.forSource("two")));
    both.remove(new Question(TrainingComparison.LAYER_DIMS, TrainingComparison.SEED));
    both.removeIf(question -> question.numbers().length <= 3); // the smallest can coincide
    assertEquals(Set.of(), both);
  }

  @Test
  void whatAllCanKnowIsTheSameForAll() {
    CourseSecret builtIn = CourseSecret.builtIn();
    assertEquals(builtIn.seed("x"), builtIn.forSource("one").seed("x"));
  }

  private static Set<Question> questions(LabExercise exercise, CourseSecret secret) {
    return new HashSet<>(QuestionSet.of(exercise, secret).all());
  }

  private CourseSecret secret(String text) throws IOException {
    return CourseSecret.read(Files.writeString(folder.resolve("secret"), text));
  }
}
