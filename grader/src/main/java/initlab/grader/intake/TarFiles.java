package initlab.grader.intake;

import initlab.grader.intake.Archive.Size;
import initlab.grader.intake.Archive.UnreadableArchiveException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Reads a tar from its beginning to its end. What may be asked for later is kept, as far as it may
 * be asked for, and nothing else.
 */
final class TarFiles {
  private static final long MAX_TAR = 2L * 1024 * 1024 * 1024;

  /** A name of 1 MB is no name: headers are read into memory by the library. */
  private static final int MAX_HEADERS = 128 * 1024;

  /** All else in a tar is a link, a device or a pipe. */
  private static final Set<Byte> REGULAR =
      Set.of(TarConstants.LF_OLDNORM, TarConstants.LF_NORMAL, TarConstants.LF_CONTIG);

  private final List<HandedFile> files = new ArrayList<>();
  private final Bounded in;
  private final Size size;
  private long left;
  private boolean wasSparse;

  private TarFiles(Bounded in, Size size) {
    this.in = in;
    this.size = size;
    this.left = size.kept();
  }

  /**
   * The files of a tar, packed or not.
   *
   * @param size how much it may hold
   * @throws IOException if it is broken
   * @throws UnreadableArchiveException if it is too large
   */
  static List<HandedFile> read(String name, InputStream in, Size size) throws IOException {
    boolean isPacked = name.toLowerCase(Locale.ROOT).endsWith("gz");
    BufferedInputStream buffered = new BufferedInputStream(in);
    try (Bounded plain =
            new Bounded(isPacked ? new GzipCompressorInputStream(buffered) : buffered, MAX_TAR);
        TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
      TarFiles files = new TarFiles(plain, size);
      files.addAll(tar);
      return files.files;
    }
  }

  private void addAll(TarArchiveInputStream tar) throws IOException {
    for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
      if (!entry.isDirectory()) {
        add(entry, REGULAR.contains(entry.getLinkFlag()) ? content(entry, tar) : new byte[0]);
      }
      if (!entry.isSparse()) { // of a sparse one the library would make the holes
        tar.transferTo(OutputStream.nullOutputStream());
      }
      wasSparse = entry.isSparse();
    }
  }

  private TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
    in.allow(wasSparse ? MAX_TAR : MAX_HEADERS);
    TarArchiveEntry entry = tar.getNextEntry();
    in.allow(MAX_TAR);
    return entry;
  }

  private byte[] content(TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
    byte[] content = tar.readNBytes(SourcePicker.mostThatIsRead(entry.getName()));
    left -= content.length;
    if (left < 0) {
      throw new UnreadableArchiveException("archive.large");
    }
    return content;
  }

  private void add(TarArchiveEntry entry, byte[] content) throws IOException {
    Archive.checkRoom(files.size(), entry.getName(), size);
    files.add(
        new HandedFile(
            Archive.path(entry.getName()),
            REGULAR.contains(entry.getLinkFlag()),
            most -> most < content.length ? Arrays.copyOf(content, most) : content));
  }

  /** Ends a stream that goes on for longer than any archive, or any header. */
  private static final class Bounded extends FilterInputStream {
    private long left;
    private long leftNow;

    Bounded(InputStream in, long most) {
      super(in);
      left = most;
      leftNow = most;
    }

    /** Lets so much be read until this is called again. */
    void allow(long most) {
      leftNow = most;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(count);
      count(skipped);
      return skipped;
    }

    private void count(long read) throws EOFException {
      left -= read;
      leftNow -= read;
      if (left < 0 || leftNow < 0) {
        throw new EOFException("too long");
      }
    }
  }
}
