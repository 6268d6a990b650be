package initlab.grader.lms;

import initlab.grader.report.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes a zip whose bytes depend on its entries alone, with Unix file modes. */
final class PackageFile {
  /** The first time that a zip can hold; local, as a zip has no time zone. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private PackageFile() {}

  /** A file of the zip. */
  record Entry(String name, byte[] content, int unixMode) {
    static Entry executable(String name, byte[] content) {
      return new Entry(name, content, 0100755);
    }

    /** A file for its owner alone, which is not the user that submissions run as. */
    static Entry secret(String name, byte[] content) {
      return new Entry(name, content, 0100600);
    }

    static Entry plain(String name, byte[] content) {
      return new Entry(name, content, 0100644);
    }
  }

  static void write(Path file, List<Entry> entries) throws IOException {
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
    AtomicFile.write(file, bytes.toByteArray());
  }
}
