package initlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import initlab.grader.intake.Submission.Missing;
import initlab.grader.intake.Submission.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever one hands in, the class is found, in time, and the one beside it is read. */
class NeighbourOfHandInsTest {
  private static final String FILE = "Initializers.java";
  private static final byte[] X = "x".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @BeforeEach
  void adaHandsIn() throws IOException {
    write("ada.zip", ArchiveKit.zip(Map.of(FILE, X)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "./", "../", "a/", "\\", "x/../"})
  void aNameOfThousandsOfPartsIsItsOwnProblem(String part) throws IOException {
    String name = part.repeat(4_000 / part.length()) + FILE;
    write("eve.zip", ArchiveKit.zip(Map.of(name, X)));
    write("eva.tar.gz", ArchiveKit.tarGz(Map.of(name, X)));
    requireAda(3);
  }

  /** 2,000 files that say they are 68 GB of holes each, in 8 KB. */
  @Test
  void holesInATarAreNotFilled() throws IOException {
    byte[] header = new byte[512];
    put(header, 0, "junk.bin");
    put(header, 100, "0000644");
    put(header, 124, "00000001000"); // size: 512
    header[156] = 'S';
    put(header, 257, "ustar  ");
    put(header, 386, "00000000000");
    number(header, 386, 67_999_999_488L);
    put(header, 398, "00000001000");
    number(header, 483, 68_000_000_000L);
    sum(header);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GzipCompressorOutputStream tar = new GzipCompressorOutputStream(bytes)) {
      for (int i = 0; i < 2_000; i++) {
        tar.write(header);
        tar.write(new byte[512]);
      }
      tar.write(new byte[1024]);
    }
    write("eve.tar.gz", bytes.toByteArray());
    requireAda(2);
  }

  private static void put(byte[] header, int at, String text) {
    System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, header, at, text.length());
  }

  /** As GNU tar writes what does not fit into octal digits. */
  private static void number(byte[] header, int at, long value) {
    header[at] = (byte) 0x80;
    for (int i = 11; i > 0; i--) {
      header[at + i] = (byte) (value >> (8 * (11 - i)));
    }
  }

  private static void sum(byte[] header) {
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte one : header) {
      sum += one & 0xFF;
    }
    put(header, 148, String.format("%06o\0", sum));
  }

  @Test
  void aNameOfTwoLinesIsAName() throws IOException {
    write("e\nve.zip", ArchiveKit.zip(Map.of(FILE, X)));
    requireAda(2);
  }

  @Test
  void aPipeIsNotWaitedFor() throws Exception {
    pipe("eve.zip");
    Files.createDirectory(folder.resolve("eva"));
    pipe("eva/work.zip");
    pipe("eva/" + FILE);
    requireAda(3);
  }

  @Test
  void aPipeAloneIsMissing() throws Exception {
    Files.delete(folder.resolve("ada.zip"));
    pipe("eve.zip");
    List<Submission> found = find();
    assertEquals(1, found.size());
    assertEquals(Missing.class, found.get(0).content().getClass());
  }

  @Test
  void aLinkToItselfIsMissing() throws IOException {
    Files.createSymbolicLink(folder.resolve("eve.zip"), Path.of("eve.zip"));
    requireAda(2);
    Files.delete(folder.resolve("ada.zip"));
    assertEquals(Missing.class, find().get(0).content().getClass());
  }

  @Test
  void thousandsOfCopiesAreNotCompared() throws IOException {
    Map<String, byte[]> copies = new LinkedHashMap<>();
    for (int i = 0; i < 9_000; i++) {
      copies.put(i + "/" + FILE, new byte[8 * 1024]);
    }
    write("eve.zip", ArchiveKit.zip(copies));
    requireAda(2);
  }

  @Test
  void thousandsOfJavaFilesAreNotRead() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 9_000; i++) {
      files.put("A" + i + ".java", new byte[64 * 1024]);
    }
    write("eve.zip", ArchiveKit.zip(files));
    files.put(FILE, X);
    write("eva.zip", ArchiveKit.zip(files));
    requireAda(3);
  }

  @Test
  void aFileNamedAsACanvasDownloadInOneOfSeveralPathsIsThatOnes() throws IOException {
    Path eve = Files.createDirectory(folder.resolve("eve"));
    Files.write(eve.resolve("eve_1_2_" + FILE), X);
    Path bob = Files.createDirectory(folder.resolve("bob"));
    Files.write(bob.resolve(FILE), X);
    List<Submission> found = Intake.find("Initializers.java", List.of(bob, eve)).submissions();
    assertEquals(List.of("bob", "eve"), found.stream().map(Submission::name).toList());
    assertEquals("x", ((Source) found.get(1).content()).text());
  }

  private void requireAda(int count) {
    List<Submission> found = find();
    assertEquals(count, found.size(), found::toString);
    Submission ada =
        found.stream().filter(one -> one.name().equals("ada")).findFirst().orElseThrow();
    assertEquals(new Source("x"), ada.content());
  }

  private List<Submission> find() {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> Intake.find("Initializers.java", List.of(folder)).submissions());
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  private void pipe(String name) throws Exception {
    Process mkfifo;
    try {
      mkfifo = new ProcessBuilder("mkfifo", folder.resolve(name).toString()).start();
    } catch (IOException missing) {
      assumeTrue(false, "SKIPPED, NOT PASSED: there is no mkfifo");
      return;
    }
    assertEquals(0, mkfifo.waitFor());
    assertFalse(Files.isRegularFile(folder.resolve(name)));
  }
}
