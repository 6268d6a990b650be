package initlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.intake.Intake.UnclearClassException;
import initlab.grader.intake.Submission.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradescope's "export submissions", of which a table tells who handed in what. */
class GradescopeExportTest extends ExportKit {
  @ParameterizedTest
  @ValueSource(strings = {"folder", "class.zip", "class.tar.gz"})
  void gradescopeWithItsMetadata(String form) throws IOException {
    put(
        "assignment_9_export/submission_metadata.yml",
        """
        submission_1:
          :submitters:
          - :name: Ada Lovelace
            :sid: '100'
            :email: ada@example.edu
          - :name: "Turing, Alan"
            :sid: '101'
          :created_at: 2026-11-20 10:00:00.000000000 Z
          :score: 4.0
          :results: {tests: []}
        submission_2:
          :submitters:
          - :name: Grace
          :created_at: 2026-11-20 18:00:00.5 +08:00
        """);
    put("assignment_9_export/submission_1/Initializers.java", "a");
    put("assignment_9_export/submission_2/src/Initializers.java", "b");
    put("assignment_9_export/submission_3/Initializers.java", "c");
    List<Submission> found = find(form).submissions();
    assertEquals(3, found.size());
    assertEquals("Ada Lovelace; Turing, Alan", found.get(0).who().name());
    assertEquals("100; 101", found.get(0).who().id());
    assertEquals(Instant.parse("2026-11-20T10:00:00Z"), found.get(0).handedIn());
    assertEquals(Instant.parse("2026-11-20T10:00:00.5Z"), found.get(1).handedIn());
    assertEquals("submission_3", found.get(2).who().name(), "it is not in the metadata");
    assertEquals(new Source("c"), found.get(2).content());
  }

  /** An id is a text, whatever number YAML could see in it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0012",
        "12e5",
        "1.50",
        "0x1F",
        "1_000",
        "123456789012345678901",
        "yes",
        "~1",
        "12:30"
      })
  void anIdIsReadAsItIsWritten(String sid) throws IOException {
    put(
        "submission_metadata.yml",
        """
        submission_1:
          :submitters:
          - :name: 007
            :sid: %s
        """
            .formatted(sid));
    put("submission_1/Initializers.java", "a");
    Submission found = find("folder").submissions().get(0);
    assertEquals(sid, found.who().id());
    assertEquals("007", found.who().name());
  }

  @Test
  void theNamesInALargeGradescopeExportAreRead() throws IOException {
    put(
        "submission_metadata.yml",
        """
        submission_1:
          :submitters:
          - :name: Ada Lovelace
            :sid: '100'
          :created_at: 2026-11-20 10:00:00.000000000 Z
          :results:
            output: "%s"
        """
            .formatted("x".repeat(4_000_000)));
    put("submission_1/Initializers.java", "a");
    assertEquals("Ada Lovelace", find("folder").submissions().get(0).who().name());
  }

  @Test
  void aDownloadBesideOtherPathsIsRefusedAndAHandInThatLooksLikeOneIsNamed() throws IOException {
    put("Ada_101_assignsubmission_file/Initializers.java", "a");
    find("submissions");
    find("eve");
    Path file = Files.writeString(folder.resolve("Other.java"), "b");
    List<Path> download = List.of(folder.resolve("submissions"), file);
    assertThrows(UnclearClassException.class, () -> Intake.find("Initializers.java", download));
    Path eve = folder.resolve("eve");
    assertEquals(
        List.of(eve.toString()), Intake.find("Initializers.java", List.of(eve, file)).doubtful());
  }

  @Test
  void aGradescopeExportWhoseNamesCannotBeReadIsRefused() throws IOException {
    put("submission_metadata.yml", "submission_1: {:submitters: [");
    put("submission_1/Initializers.java", "a");
    UnclearClassException e = assertThrows(UnclearClassException.class, () -> find("folder"));
    assertTrue(String.valueOf(e.getMessage()).contains("submission_metadata.yml"), e.getMessage());
  }

  @Test
  void whoseFolderIsGoneIsMissingAndNotForgotten() throws IOException {
    put(
        "submission_metadata.yml",
        """
        submission_1:
          :submitters:
          - :name: Ada
        submission_2:
          :submitters:
          - :name: Bob
        """);
    put("submission_1/Initializers.java", "a");
    Submission bob = find("folder").submissions().get(1);
    assertEquals("Bob", bob.who().name());
    assertInstanceOf(Submission.Missing.class, bob.content());
  }
}
