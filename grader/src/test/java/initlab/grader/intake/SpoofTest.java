package initlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose a hand-in is, whatever it holds. */
class SpoofTest extends ExportKit {
  /** A student can pack whatever a platform would hand out. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada_123_assignsubmission_file_/Initializers.java",
        "ada_12345_67001_Initializers.java",
        "submission_1/Initializers.java",
        "export/Ada_123_assignsubmission_file_/Initializers.java"
      })
  void whatIsInTheOnlyHandInSaysNotWhoseItIs(String name) throws IOException {
    Map<String, byte[]> inside = new TreeMap<>();
    inside.put(name, "e".getBytes(UTF_8));
    inside.put("submission_metadata.yml", METADATA.getBytes(UTF_8));
    files.put("eve.zip", zip(inside));
    checkIsEves(find("folder"));
    files.clear();
    inside.forEach((path, content) -> files.put("eve/" + path, content));
    checkIsEves(find("other"));
  }

  private static final String METADATA =
      """
      submission_1:
        :submitters:
        - :name: Ada Lovelace
          :sid: '123'
        :created_at: 2026-01-01 00:00:00 Z
      """;

  private static void checkIsEves(Intake.Found found) {
    Submission only = found.submissions().get(0);
    assertEquals(1, found.submissions().size());
    assertEquals(
        List.of("eve", "eve", ""), List.of(only.name(), only.who().name(), only.who().id()));
    assertNull(only.handedIn());
    assertEquals("e", source(only));
  }

  /** People choose how they are called; the number that Moodle puts behind it is the last one. */
  @Test
  void aNameThatLooksLikeAFolderOfMoodlesIsAName() throws IOException {
    put("Alice_123_assignsubmission_file_99_assignsubmission_file/Initializers.java", "e");
    put("Alice_123_assignsubmission_file/Initializers.java", "a");
    assertEquals(Map.of("123", "a", "99", "e"), sources(find("folder").submissions()));
  }
}
