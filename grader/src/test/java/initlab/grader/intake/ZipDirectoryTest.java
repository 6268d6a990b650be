package initlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

class ZipDirectoryTest {
  private static final String FILE = "Initializers.java";

  /** What the archive says of itself is not believed: all 120,000 are there in 12 MB. */
  @Test
  void entriesAreCountedBeforeTheyAreRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 120_000; i++) {
        zip.putNextEntry(new ZipEntry("d" + i + "/"));
        zip.closeEntry();
      }
    }
    byte[] many = bytes.toByteArray();
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel(many);
    assertThrows(
        FolderFiles.TooManyFilesException.class,
        () -> ZipDirectory.check(channel, Archive.Size.HAND_IN));
    ZipDirectory.check(
        new SeekableInMemoryByteChannel(ArchiveKit.zip(Map.of(FILE, new byte[70_000]))),
        Archive.Size.HAND_IN);
    ZipDirectory.check(channel, Archive.Size.CLASS);
  }
}
