package initlab.grader.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The hostile corpus with both walls. {@code -Dinitlab.hostile=REGEX} runs those of matching names.
 */
class HostileGatedTest {
  private static HostileKit kit;

  @BeforeAll
  static void start() throws IOException {
    kit = new HostileKit(true);
  }

  @AfterAll
  static void stop() throws IOException {
    kit.close();
  }

  @TestFactory
  Stream<DynamicTest> whatNeedNotRunIsRefused() throws IOException {
    return HostileKit.each(HostileGatedTest::isRefused, HostileGatedTest::verify);
  }

  /** Some wait for a limit: minutes, so not in every build. */
  @Tag("long")
  @TestFactory
  Stream<DynamicTest> whatRunsEndsAsTheManifestSays() throws IOException {
    return HostileKit.each(row -> !isRefused(row), HostileGatedTest::verify);
  }

  private static boolean isRefused(CSVRecord row) {
    return row.get("state").equals("rejected");
  }

  private static void verify(CSVRecord row) throws IOException {
    assertEquals(HostileKit.state(row.get("state")), kit.grade(row).state());
  }
}
