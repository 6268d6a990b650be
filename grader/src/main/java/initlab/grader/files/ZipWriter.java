package initlab.grader.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes a zip whose bytes depend on its entries alone, with Unix file modes. */
public final class ZipWriter {
  /** The first time that a zip can hold; local, as a zip has no time zone. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ZipWriter() {}

  /**
   * A file of the zip.
   *
   * @param name its path in the zip, with slashes
   * @param content its bytes
   * @param unixMode its type and permissions
   */
  public record Entry(String name, byte[] content, int unixMode) {
    /** A file that everyone may run. */
    public static Entry executable(String name, byte[] content) {
      return new Entry(name, content, 0100755);
    }

    /** A file for its owner alone, which is not the user that submissions run as. */
    public static Entry secret(String name, byte[] content) {
      return new Entry(name, content, 0100600);
    }

    /** A file that everyone may read. */
    public static Entry plain(String name, byte[] content) {
      return new Entry(name, content, 0100644);
    }
  }

  /** Writes the zip. */
  public static void write(Path file, List<Entry> entries) throws IOException {
    AtomicFile.write(file, bytes(entries));
  }

  /** The bytes of the zip. */
  public static byte[] bytes(List<Entry> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (Entry entry : entries) {
        ZipArchiveEntry header = new ZipArchiveEntry(entry.name());
        header.setUnixMode(entry.unixMode());
        header.setTimeLocal(EPOCH);
        zip.putArchiveEntry(header);
        zip.write(entry.content());
        zip.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }
}
