package initlab.grader.lms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.files.ZipWriter.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every platform has, so that the next one lacks nothing. */
class PlatformsTest {
  private static final Path DOCS = Path.of("docs/lms");

  @TempDir private Path folder;

  static List<Lms> platforms() {
    return Platforms.ALL;
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void itHasAPageThatTheReadmeNames(Lms lms) throws IOException {
    String page = Files.readString(DOCS.resolve(lms.name() + ".md"));
    for (String part :
        List.of(
            "## Try it here",
            "lms run " + lms.name() + " --root try",
            "lms package " + lms.name() + " ",
            "## Limits",
            "## What students see",
            "## Where this is from")) {
      assertTrue(page.contains(part), () -> part + " in the page of " + lms.name());
    }
    String readme = Files.readString(Path.of("../README.md"));
    assertTrue(readme.contains("grader/docs/lms/" + lms.name() + ".md"));
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void itsPackageHasEachFileOnceAndTheSecretForItsOwnerAlone(Lms lms) throws IOException {
    Path jar = Files.writeString(folder.resolve("initlab.jar"), "the grader");
    Path secret = Files.writeString(folder.resolve("secret"), "a long sentence of this course");
    Map<String, byte[]> rubric =
        Map.of("rubric.yaml", "checks: []".getBytes(StandardCharsets.UTF_8));
    Upload upload =
        new Upload(jar, Upload.Secret.of(secret), rubric, List.of("--lang en"), PlatformKit.FILE);
    Set<String> names = new HashSet<>();
    for (Entry entry : lms.files(upload)) {
      assertTrue(names.add(entry.name()), entry.name() + " twice");
      String text = new String(entry.content(), StandardCharsets.UTF_8);
      assertTrue(
          !text.contains("@FILE@") && !text.contains("@RUBRIC@") && !text.contains("@SECRET@"),
          entry.name());
      boolean isSecret = text.equals("a long sentence of this course");
      assertEquals(isSecret ? 0100600 : entry.unixMode(), entry.unixMode(), entry.name());
      boolean isPlatformsOwn = lms.name().equals("github") || lms.name().equals("gitlab");
      assertTrue(!isSecret || !isPlatformsOwn, "the platform keeps secrets itself");
      if (entry.name().endsWith("initlab.sh")) {
        String secrets = isPlatformsOwn ? "[ later = yes ]" : "[ yes = yes ]";
        assertTrue(text.contains("if " + secrets + " ||"), "where the secret is");
        assertTrue(text.contains("if [ yes = yes ]; then"), "the rubric goes along");
      }
    }
  }
}
