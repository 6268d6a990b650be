package initlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import initlab.grader.intake.Submission.Content;
import initlab.grader.intake.Submission.Missing;
import initlab.grader.intake.Submission.Source;
import initlab.grader.intake.Submission.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive can cost its own submission and nothing else. */
class HostileArchiveTest {
  private static final String FILE = "Initializers.java";
  private static final byte[] X = "x".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../initlab-marker/Initializers.java",
        "/tmp/initlab-marker/Initializers.java",
        "C:\\\\initlab-marker\\\\Initializers.java",
        "..\\\\..\\\\initlab-marker\\\\Initializers.java",
        "a/./../../initlab-marker/Initializers.java"
      })
  void aNameThatLeavesTheArchiveIsJustAName(String name) throws IOException {
    List<String> before = everything();
    Content content = pick("ada.zip", ArchiveKit.zip(Map.of(name, X)));
    assertFalse(Files.exists(Path.of("/tmp/initlab-marker")));
    assertFalse(Files.exists(folder.resolve("../../../initlab-marker").normalize()));
    assertEquals(before.size() + 1, everything().size(), "only the archive itself was written");
    assertTrue(content instanceof Source || content instanceof Missing, content.toString());
  }

  @Test
  void linksInArchivesAreRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry link = new ZipArchiveEntry(FILE);
      link.setUnixMode(UnixStat.LINK_FLAG | 0777);
      zip.putArchiveEntry(link);
      zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
      zip.closeArchiveEntry();
    }
    assertInstanceOf(Unreadable.class, pick("zip.zip", bytes.toByteArray()));
    for (byte type :
        new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO}) {
      ByteArrayOutputStream tarBytes = new ByteArrayOutputStream();
      try (TarArchiveOutputStream tar = new TarArchiveOutputStream(tarBytes, "UTF-8")) {
        TarArchiveEntry link = new TarArchiveEntry(FILE, type);
        link.setLinkName("/etc/passwd");
        tar.putArchiveEntry(link);
        tar.closeArchiveEntry();
      }
      assertInstanceOf(Unreadable.class, pick("t" + type + ".tar", tarBytes.toByteArray()));
    }
  }

  @Test
  void ofABombNoMoreIsReadThanASourceMayHave() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          byte[] bomb = zipOfZeros(1L << 30);
          assertTrue(bomb.length < 2_000_000, "it is small on disk");
          Content content = pick("bomb.zip", bomb);
          assertTrue(((Unreadable) content).message().contains("256 KiB"), content.toString());
        });
  }

  private static byte[] zipOfZeros(long size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.putArchiveEntry(new ZipArchiveEntry(FILE));
      write(zip, size);
      zip.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  private static void write(OutputStream out, long size) throws IOException {
    byte[] block = new byte[1 << 20];
    for (long left = size; left > 0; left -= block.length) {
      out.write(block);
    }
  }

  @Test
  void tooManyEntriesAreItsOwnProblem() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 100_000; i++) {
      files.put("f" + i, new byte[0]);
    }
    files.put(FILE, X);
    assertInstanceOf(Unreadable.class, pick("many.zip", ArchiveKit.zip(files)));
    assertInstanceOf(Unreadable.class, pick("many.tar.gz", ArchiveKit.tarGz(files)));
  }

  @Test
  void aNameAsLongAsABookIsNoName() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      TarArchiveEntry longName =
          new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
      longName.setSize(1 << 20);
      tar.putArchiveEntry(longName);
      tar.write(new byte[1 << 20]);
      tar.closeArchiveEntry();
      tar.putArchiveEntry(new TarArchiveEntry(FILE));
      tar.closeArchiveEntry();
    }
    assertInstanceOf(Unreadable.class, pick("name.tar", bytes.toByteArray()));
  }

  @Test
  void whatNobodyAsksForIsNotKept() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 100; i++) {
      files.put("data" + i + ".bin", new byte[1 << 20]);
    }
    files.put(FILE, X);
    Path inner = folder.resolve("ada");
    Files.createDirectory(inner);
    Files.write(inner.resolve("lab.tar.gz"), ArchiveKit.tarGz(files));
    assertEquals(new Source("x"), Intake.read("Initializers.java", inner).content());
  }

  @Test
  void longNamesAreCutInMessages() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 3; i++) {
      files.put("n".repeat(4_000) + i + ".java", X);
    }
    Missing missing = (Missing) pick("names.zip", ArchiveKit.zip(files));
    assertTrue(missing.message().length() < 500, missing.message());
  }

  @Test
  void truncatedAndBrokenAndEncryptedArchivesSaySo() throws IOException {
    byte[] zip = ArchiveKit.zip(Map.of(FILE, new byte[5_000]));
    byte[] tar = ArchiveKit.tarGz(Map.of(FILE, randomBytes()));
    for (String name : List.of("a.zip", "a.tar", "a.tar.gz", "a.tgz", "a.jar")) {
      assertInstanceOf(Unreadable.class, pick("noise-" + name, randomBytes()), name);
    }
    assertInstanceOf(Unreadable.class, pick("b.zip", Arrays.copyOf(zip, zip.length / 2)));
    assertInstanceOf(Unreadable.class, pick("b.tar.gz", Arrays.copyOf(tar, tar.length / 2)));
    byte[] damaged = zip.clone();
    damaged[45] ^= 0x55;
    assertInstanceOf(Unreadable.class, pick("c.zip", damaged));
    Content encrypted = pick("d.zip", withEncryptionFlag(zip));
    assertTrue(((Unreadable) encrypted).message().contains("password"), encrypted.toString());
  }

  private static byte[] randomBytes() {
    byte[] noise = new byte[4_000];
    new java.util.Random(1).nextBytes(noise);
    return noise;
  }

  /** Sets bit 0 of the general purpose flags, in the local and the central header. */
  private static byte[] withEncryptionFlag(byte[] zip) {
    byte[] changed = zip.clone();
    changed[6] |= 1;
    for (int i = 0; i < changed.length - 4; i++) {
      if (changed[i] == 'P'
          && changed[i + 1] == 'K'
          && changed[i + 2] == 1
          && changed[i + 3] == 2) {
        changed[i + 8] |= 1;
      }
    }
    return changed;
  }

  @Test
  void namesThatDifferInCaseOrTwiceTheSameAreAQuestionIfTheyDiffer() throws IOException {
    Map<String, byte[]> two = new LinkedHashMap<>();
    two.put("a/" + FILE, X);
    two.put("b/" + FILE, "y".getBytes(StandardCharsets.UTF_8));
    assertInstanceOf(Unreadable.class, pick("two.zip", ArchiveKit.zip(two)));
    Map<String, byte[]> cases = new LinkedHashMap<>();
    cases.put("INITIALIZERS.JAVA", X);
    cases.put(FILE, "y".getBytes(StandardCharsets.UTF_8));
    assertEquals(new Source("y"), pick("cases.zip", ArchiveKit.zip(cases)));
  }

  @Test
  void absurdNamesOfAClassStayInTheirLines() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a\n\u001b[2J/" + FILE, X);
    files.put("x".repeat(4_000) + "/" + FILE, X);
    files.put("../" + FILE, X);
    files.put("<script>alert(1)</script>/" + FILE, X);
    Files.write(folder.resolve("class.zip"), ArchiveKit.zip(files));
    for (Submission one :
        Intake.find("Initializers.java", List.of(folder.resolve("class.zip"))).submissions()) {
      assertTrue(one.name().matches("[^/\\\\\\p{Cc}<>]{1,200}"), one.name());
      assertFalse(one.name().startsWith("."), one.name());
    }
  }

  private Content pick(String name, byte[] bytes) throws IOException {
    return Intake.read("Initializers.java", Files.write(folder.resolve(name), bytes)).content();
  }

  private List<String> everything() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).toList();
    }
  }
}
