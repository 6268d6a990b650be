package initlab.grader.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.intake.Submission.Missing;
import initlab.grader.intake.Submission.Source;
import initlab.grader.intake.Submission.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of several files is the one that counts, and what is said of the others. */
class CandidatesTest extends ExportKit {
  private static final String RIGHT = "public final class Initializers { int right; }";
  private static final String OTHER = "public final class Initializers { int other; }";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Initializers - 副本.java",
        "Initializers – Kopie.java",
        "Copie de Initializers.java",
        "Initializers copy 2.java",
        "HW3_Initializers.JAVA",
        "Initializers.java.txt",
        "Lab3.java"
      })
  void aFileOfAnotherNameCountsIfItHasTheClass(String name) throws IOException {
    put("ada/" + name, RIGHT);
    put("bob/Helper.java", "class Helper {}");
    put("cy/" + FILE, OTHER);
    List<Submission> found = find("folder").submissions();
    Source source = assertInstanceOf(Source.class, found.get(0).content());
    assertEquals(RIGHT, source.text());
    assertEquals(List.of(name + " was taken for Initializers.java"), source.notices());
    assertInstanceOf(Missing.class, found.get(1).content());
  }

  @Test
  void whatIsThereBesideIsNamed() throws IOException {
    put("ada/Initializers.java", "");
    put("ada/Initializers (1).java", RIGHT);
    files.put("bob/final.zip", zip(Map.of(FILE, RIGHT.getBytes(UTF_8))));
    put("bob/Initializers.java", OTHER);
    put("cy/Initializers.java", RIGHT);
    put("cy/old/Initializers (1).java", RIGHT);
    List<Submission> found = find("folder").submissions();
    assertTrue(notices(found.get(0)).toString().contains("Initializers (1).java"));
    assertTrue(notices(found.get(1)).toString().contains("final.zip"));
    assertEquals(List.of(), notices(found.get(2)), "the same content is no question");
  }

  @Test
  void anArchiveWithoutTheFileDoesNotGetInTheWay() throws IOException {
    byte[] right = zip(Map.of("lab/" + FILE, RIGHT.getBytes(UTF_8)));
    byte[] other = zip(Map.of(FILE, OTHER.getBytes(UTF_8)));
    files.put("ada/pictures.zip", zip(Map.of("a.png", new byte[] {1})));
    files.put("ada/lab.zip", right);
    files.put("bob/library.jar", zip(Map.of("A.class", new byte[] {1})));
    files.put("bob/lab.zip", right);
    files.put("cy/one.zip", right);
    files.put("cy/two.zip", other);
    List<Submission> found = find("folder").submissions();
    assertEquals(RIGHT, source(found.get(0)));
    assertEquals(RIGHT, source(found.get(1)));
    assertInstanceOf(Unreadable.class, found.get(2).content());
  }

  /** Where the file is there, or is in one archive, what else was packed costs nothing. */
  @Test
  void anArchiveThatCannotBeReadDoesNotGetInTheWay() throws IOException {
    byte[] right = zip(Map.of(FILE, RIGHT.getBytes(UTF_8)));
    byte[] broken = Arrays.copyOf(right, 40);
    byte[] large = new byte[33 * 1024 * 1024];
    put("ada/Initializers.java", RIGHT);
    files.put("ada/broken.zip", broken);
    put("bob/Initializers.java", RIGHT);
    files.put("bob/large.jar", large);
    files.put("cy/broken.zip", broken);
    files.put("cy/large.jar", large);
    files.put("cy/lab.zip", right);
    files.put("dan/lab.zip", right);
    files.put("dan/lab (1).zip", right);
    files.put("eve/broken.zip", broken);
    List<Submission> found = find("folder").submissions();
    for (Submission one : found.subList(0, 4)) {
      assertEquals(RIGHT, source(one), one.name());
    }
    assertInstanceOf(Unreadable.class, found.get(4).content());
  }

  @Test
  void aJavaFileBesideThatIsBrokenCostsNothing() throws IOException {
    Map<String, byte[]> inside = new TreeMap<>();
    inside.put(FILE, RIGHT.getBytes(UTF_8));
    inside.put("Other.java", "class Other { int aVeryTellingName; }".getBytes(UTF_8));
    byte[] archive = ArchiveKit.stored(inside);
    int at = new String(archive, ISO_8859_1).indexOf("aVeryTellingName");
    archive[at] ^= 1; // its check sum is wrong now
    files.put("ada.zip", archive);
    put("bob/Initializers.java", RIGHT);
    assertEquals(RIGHT, source(find("folder").submissions().get(0)));
  }

  /** Without the mark for UTF-8, as Windows packs; two students never become one. */
  @ParameterizedTest
  @CsvSource({
    "IBM850, Müller Eva, Möller Eva",
    "GB2312, 张三, 李四",
    "Big5, 陳大文, 林小明",
    "Shift_JIS, さとう, すずき",
    "IBM437, Peña, Pe±a"
  })
  void namesOfACountryAreReadAndToldApart(String charset, String one, String two)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.setEncoding(charset);
      zip.setUseLanguageEncodingFlag(false);
      zip.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.NEVER);
      for (String name : List.of(one, two)) {
        zip.putArchiveEntry(new ZipArchiveEntry(name + "/" + FILE));
        zip.write(name.getBytes(UTF_8));
        zip.closeArchiveEntry();
      }
    }
    assertTrue(Charset.isSupported(charset));
    Path file = Files.write(folder.resolve("class.zip"), bytes.toByteArray());
    Map<String, String> found =
        Intake.find("Initializers.java", List.of(file)).submissions().stream()
            .collect(Collectors.toMap(own -> own.who().name(), ExportKit::source));
    assertEquals(2, found.size(), found::toString);
    assertEquals(one, found.get(one), found::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "class.zip", "class.tar.gz"})
  void aClassOfWhichOneDidAsWasAskedIsAClass(String form) throws IOException {
    put("ada/Initializers.java", RIGHT);
    put("bob/essay.txt", "sorry");
    put("cy/photo.jpg", "x");
    assertEquals(
        List.of("ada", "bob", "cy"),
        find(form).submissions().stream().map(Submission::name).toList());
  }

  @Test
  void whatLiesBesideADownloadCostsNobodyTheirName() throws IOException {
    put("lovelaceada_501_9001_Initializers.java", "a");
    put("lovelaceada_501_9009_Initializers-1.java", "a2");
    put("hopperbo_502_9002_Initializers.java", "b");
    files.put("submissions.zip", zip(Map.of("lovelaceada_501_9001_" + FILE, new byte[0])));
    Intake.Found found = find("folder");
    assertEquals(Map.of("501", "a2", "502", "b"), sources(found.submissions()));
    assertEquals(List.of("submissions.zip"), found.passedOver());
  }

  private static List<String> notices(Submission submission) {
    return ((Source) submission.content()).notices();
  }
}
