package initlab.grader.grading;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What is said of the corpus is so; the corpus itself is graded in HostileGatedTest and
 * HostileUngatedTest.
 */
class HostileManifestTest {
  @Test
  void theCorpusIsLargeAndTheDocumentationCountsIt() throws IOException {
    int size = HostileKit.manifest().size();
    assertTrue(size >= 100, "there are only " + size);
    String security = Files.readString(Path.of("../SECURITY.md"));
    assertTrue(security.contains("has " + size + " submissions"), "SECURITY.md");
    String readme = Files.readString(Path.of("../README.md"));
    assertTrue(readme.contains(size + " hostile submissions"), "README.md");
  }
}
