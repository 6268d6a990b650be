package initlab.grader.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.grading.Rubric.InvalidRubricException;
import initlab.grader.grading.Rubric.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RubricTest {
  @TempDir private Path folder;

  @Test
  void theStandardRubricIsWorth100PointsAndUsesEveryCheck() {
    Rubric rubric = Rubric.standard();
    Set<String> ids = rubric.checks().stream().map(Item::id).collect(Collectors.toSet());
    assertEquals(100, rubric.maxScore());
    assertEquals(CheckCatalog.ids(), ids);
    assertTrue(ids.size() >= 26);
  }

  @ParameterizedTest
  @CsvSource({
    "'{id: he.varianz, points: 100, title: t}', there is no check he.varianz",
    "'{id: he.result, points: 99, title: t}', they must add up to 100",
    "'{id: he.shapes, points: 100, title: t, after: [he.result]}', which must stand before it",
    "'{id: he.result, points: 100, title: t, visibility: secret}', the visibility secret",
    "'{id: he.result, points: -1, title: t}', 0 or more",
    "'{id: he.result, points: 100, pionts: 1, title: t}', pionts",
    "'{id: he.result, title: t}', points",
    "'{id: he.result, points: 50, title: t}, {id: he.result, points: 50, title: t}', stands there twice"
  })
  void aBrokenRubricIsRefusedWithItsFileAndReason(String items, String reason) throws IOException {
    Path file = Files.writeString(folder.resolve("my.yaml"), "checks: [" + items + "]\n");
    var e = assertThrows(InvalidRubricException.class, () -> Rubric.read(file));
    assertTrue(e.getMessage().contains("my.yaml"), e.getMessage());
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }

  @Test
  void aFileThatIsNoYamlIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("my.yaml"), "checks: [");
    assertThrows(InvalidRubricException.class, () -> Rubric.read(file));
    Path empty = Files.writeString(folder.resolve("empty.yaml"), "");
    assertThrows(InvalidRubricException.class, () -> Rubric.read(empty));
  }
}
