package initlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import initlab.grader.files.Trees;
import initlab.grader.intake.Submission.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Hand-ins as nobody would make them, beside one that is as it should be. */
class BrokenHandInsTest {
  private static final String FILE = "Initializers.java";
  private static final List<String> PARTS =
      List.of(
          FILE,
          "initializers.JAVA",
          "a.zip",
          "b.tar.gz",
          "/",
          "//",
          "..",
          ".",
          "\\",
          "\0",
          "é",
          "\u202E",
          "C:",
          "~",
          " ",
          ".git",
          "__MACOSX",
          "._" + FILE,
          "submission_metadata.yml",
          "Ada_12_assignsubmission_file_",
          "eve_1_2_",
          "submission_1",
          "pom.xml",
          "src",
          "CON",
          "x".repeat(300));

  /**
   * What is done to the bytes of an archive: some are changed, some are cut off, some come twice.
   */
  private record Damage(int[] places, int cutAt, int twiceFrom) {
    byte[] of(byte[] archive) {
      byte[] damaged = archive.clone();
      for (int place : places) {
        damaged[place % damaged.length] ^= (byte) (1 << place % 8);
      }
      byte[] cut = Arrays.copyOf(damaged, Math.min(damaged.length, cutAt));
      byte[] twice = Arrays.copyOf(cut, cut.length + Math.max(0, cut.length - twiceFrom));
      System.arraycopy(
          cut,
          cut.length - (twice.length - cut.length),
          twice,
          cut.length,
          twice.length - cut.length);
      return twice;
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void theOneBesideIsReadAndNothingIsLost(
      @ForAll("entries") Map<String, byte[]> entries,
      @ForAll("damages") Damage damage,
      @ForAll("endings") String ending)
      throws IOException {
    Path folder = Files.createTempDirectory("initlab-broken");
    try {
      Files.write(folder.resolve("ada.zip"), ArchiveKit.zip(Map.of(FILE, text("right"))));
      byte[] archive =
          ending.contains("tar") || ending.endsWith("tgz")
              ? ArchiveKit.tarGz(entries)
              : ArchiveKit.zip(entries);
      Files.write(folder.resolve("eve" + ending), damage.of(archive));
      List<Submission> found =
          assertTimeoutPreemptively(
              Duration.ofSeconds(20),
              () -> Intake.find("Initializers.java", List.of(folder)).submissions());
      assertEquals(List.of("ada", "eve"), found.stream().map(Submission::name).toList());
      assertEquals(new Source("right"), found.get(0).content());
      assertEquals("eve", found.get(1).who().name());
      assertEquals("", found.get(1).who().id());
    } finally {
      Trees.delete(folder);
    }
  }

  @Provide
  Arbitrary<Map<String, byte[]>> entries() {
    Arbitrary<String> names =
        Arbitraries.of(PARTS).list().ofMinSize(1).ofMaxSize(6).map(parts -> String.join("", parts));
    return Combinators.combine(
            names.list().uniqueElements().ofMaxSize(8), contents().list().ofSize(8))
        .as(BrokenHandInsTest::joined);
  }

  private static Map<String, byte[]> joined(List<String> names, List<byte[]> contents) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      boolean isFolder = names.get(i).endsWith("/");
      entries.put(names.get(i), isFolder ? new byte[0] : contents.get(i));
    }
    return entries;
  }

  private static Arbitrary<byte[]> contents() {
    List<byte[]> contents = new ArrayList<>();
    contents.add(new byte[0]);
    contents.add(text("package initlab.student;"));
    contents.add(new byte[300 * 1024]);
    contents.add(text("\u0000\u202E\uFEFF"));
    contents.add(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
    contents.add(packed(Map.of(FILE, text("inner"))));
    contents.add(packed(Map.of("a.zip", packed(Map.of(FILE, text("deep"))))));
    return Arbitraries.of(contents);
  }

  @Provide
  Arbitrary<Damage> damages() {
    Arbitrary<int[]> places =
        Arbitraries.integers().between(0, 5_000).array(int[].class).ofMaxSize(4);
    Arbitrary<Integer> cut =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just(Integer.MAX_VALUE)),
            Tuple.of(1, Arbitraries.integers().between(0, 3_000)));
    Arbitrary<Integer> twice =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.just(Integer.MAX_VALUE)),
            Tuple.of(1, Arbitraries.integers().between(0, 500)));
    return Combinators.combine(places, cut, twice).as(Damage::new);
  }

  @Provide
  Arbitrary<String> endings() {
    return Arbitraries.of(".zip", ".tar.gz", ".tgz", ".jar", ".tar", ".java");
  }

  private static byte[] packed(Map<String, byte[]> entries) {
    try {
      return ArchiveKit.zip(entries);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
