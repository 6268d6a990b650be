package initlab.grader.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import initlab.grader.assignment.CourseSecret;
import initlab.grader.grading.Policy;
import initlab.grader.lab.WeightLab;
import initlab.grader.rubric.Rubric;
import initlab.reference.KnownMistake;
import initlab.reference.KnownMistakes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The assignment proves itself, and a rubric that cannot is found out. */
class ProofTest {
  @TempDir private Path folder;
  private static Proof proof;

  @BeforeAll
  static void compileTheHandout() throws IOException {
    proof = new Proof(Policy.standard(new WeightLab()));
  }

  @AfterAll
  static void delete() throws IOException {
    proof.close();
  }

  @Test
  void theReferenceHasAllPointsAndTheStubNone() {
    assertEquals(100, proof.reference());
    assertEquals(0, proof.stub());
  }

  @TestFactory
  @Tag("long")
  @Tag("once") // numbers are the same on every JDK
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
    try (Proof weak = proof(file)) {
      assertEquals(100, weak.reference());
      assertFalse(weak.finding(mistake("he.glorot")).isAsItShould());
      assertTrue(weak.finding(mistake("he.row-bias")).isAsItShould());
    }
  }

  @Test
  void thePublicTestsTellRightFromEmpty() {
    assertTrue(proof.publicTestsTellRightFromEmpty());
  }

  /**
   * The public tests use no seed above 4,000,000,000, so this passes them; a hidden check must then
   * speak.
   */
  @Test
  void whoPassesThePublicTestsMayNotBeLeftWithoutAWord() throws IOException {
    assertTrue(proof.finding(mistake("he.seed-clipped")).passesPublicTests());
    assertFalse(proof.finding(mistake("he.glorot")).passesPublicTests());
    String standard = new String(new WeightLab().rubricFile("rubric.yaml"), StandardCharsets.UTF_8);
    Path file = folder.resolve("hidden.yaml");
    Files.writeString(
        file, standard.replace("he.seed, points: 4,", "he.seed, points: 4, visibility: hidden,"));
    try (Proof silent = proof(file)) {
      assertFalse(silent.finding(mistake("he.seed-clipped")).isAsItShould());
      assertTrue(silent.finding(mistake("he.glorot")).isAsItShould());
    }
  }

  private static Proof proof(Path rubric) throws IOException {
    return new Proof(
        new Policy(
            new WeightLab(),
            Rubric.read(rubric, new WeightLab()),
            List.of(),
            Set.of(),
            CourseSecret.builtIn()));
  }

  private static KnownMistake mistake(String id) {
    return KnownMistakes.catalogue().stream()
        .filter(mistake -> mistake.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
