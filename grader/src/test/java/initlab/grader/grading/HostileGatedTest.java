package initlab.grader.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The hostile corpus with both walls: minutes, so not in every build. {@code
 * -Dinitlab.hostile=REGEX} runs those of matching names.
 */
@Tag("long")
class HostileGatedTest {
  private static HostileKit kit;

  @AfterAll
  static void stop() throws IOException {
    if (kit != null) {
      kit.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> eachEndsAsTheManifestSays() throws IOException {
    kit = new HostileKit(true);
    return HostileKit.each(
        row -> true,
        row -> assertEquals(HostileKit.state(row.get("state")), kit.grade(row).state()));
  }
}
