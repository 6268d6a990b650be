package initlab.grader.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import initlab.grader.checks.CourseSecret;
import initlab.reference.KnownMistake;
import initlab.reference.KnownMistakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The assignment proves itself, and a rubric that cannot is found out. */
class ProofTest {
  @TempDir private Path folder;
  private final Proof proof = new Proof(Policy.standard());

  @Test
  void theReferenceHasAllPointsAndTheStubNone() {
    assertEquals(100, proof.reference());
    assertEquals(0, proof.stub());
  }

  @TestFactory
  Stream<DynamicTest> eachKnownMistakeIsFoundByTheCheckMeantForItAndNamed() {
    return KnownMistakes.catalogue().stream()
        .map(
            mistake ->
                dynamicTest(
                    mistake.id(),
                    () -> {
                      Proof.Finding finding = proof.finding(mistake);
                      assertTrue(finding.isAsItShould(), finding.toString());
                    }));
  }

  @Test
  void aRubricWithoutACheckThatIsNeededIsFoundOut() throws IOException {
    Path file = folder.resolve("rubric.yaml");
    Files.writeString(
        file,
        """
        checks:
          - {id: he.shapes, points: 50, title: shapes}
          - {id: he.biases, points: 50, title: biases}
        """);
    Proof weak =
        new Proof(new Policy(Rubric.read(file), List.of(), Set.of(), CourseSecret.builtIn()));
    assertEquals(100, weak.reference());
    assertFalse(weak.finding(mistake("he.glorot")).isAsItShould());
    assertTrue(weak.finding(mistake("he.row-bias")).isAsItShould());
  }

  private static KnownMistake mistake(String id) {
    return KnownMistakes.catalogue().stream()
        .filter(mistake -> mistake.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
