package initlab.grader.intake;

import initlab.grader.intake.FolderFiles.TooManyFilesException;
import initlab.grader.text.Messages;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A zip or tar archive. Nothing is ever unpacked to disk: names are names, links are not followed,
 * and of each file no more is read than asked for.
 */
final class Archive implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("(?i).*[.](zip|jar|tar|tar[.]gz|tgz)");
  private static final int MAX_ENTRIES = 100_000;

  /** All else in a tar is a link, a device or a pipe. */
  private static final Set<Byte> REGULAR =
      Set.of(TarConstants.LF_OLDNORM, TarConstants.LF_NORMAL, TarConstants.LF_CONTIG);

  /** A tar is read from its beginning to its end, so what may be needed is kept. */
  private static final int MAX_KEPT_OF_A_FILE = 1024 * 1024;

  private static final long MAX_KEPT = 256L * 1024 * 1024;
  private static final long MAX_TAR = 2L * 1024 * 1024 * 1024;

  private final List<HandedFile> files = new ArrayList<>();
  private final AutoCloseable source;

  private Archive(AutoCloseable source) {
    this.source = source;
  }

  /** Whether a name is that of an archive that can be opened. */
  static boolean isNamed(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * Opens an archive on disk.
   *
   * @throws UnreadableArchiveException if it is broken or encrypted; the message says which
   */
  static Archive open(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (isZip(name)) {
      return zip(Files.newByteChannel(file));
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return tar(name, in);
    }
  }

  /** Opens an archive that lies in another one, or was read before. */
  static Archive open(String name, byte[] content) throws IOException {
    return isZip(name)
        ? zip(new SeekableInMemoryByteChannel(content))
        : tar(name, new ByteArrayInputStream(content));
  }

  private static boolean isZip(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".zip") || lower.endsWith(".jar");
  }

  /** The files in it but folders, sorted by path. */
  List<HandedFile> files() {
    return Collections.unmodifiableList(files);
  }

  private static Archive zip(SeekableByteChannel channel) throws IOException {
    try {
      ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get();
      Archive archive = new Archive(zip);
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (!entry.isDirectory()) {
          archive.add(entry.getName(), !entry.isUnixSymlink(), most -> read(zip, entry, most));
        }
      }
      return archive.sorted();
    } catch (TooManyFilesException | UnreadableArchiveException e) {
      channel.close();
      throw e;
    } catch (IOException | RuntimeException e) { // what the library throws at broken archives
      channel.close();
      throw new UnreadableArchiveException("archive.broken");
    }
  }

  private static byte[] read(ZipFile zip, ZipArchiveEntry entry, int most)
      throws UnreadableArchiveException {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new UnreadableArchiveException("archive.encrypted");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes(most);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableArchiveException("archive.broken");
    }
  }

  private static Archive tar(String name, InputStream in) throws IOException {
    Archive archive = new Archive(() -> {});
    boolean isPacked = name.toLowerCase(Locale.ROOT).endsWith("gz");
    try (InputStream plain =
            new Bounded(
                isPacked
                    ? new GzipCompressorInputStream(new BufferedInputStream(in))
                    : new BufferedInputStream(in),
                MAX_TAR);
        TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
      archive.addAll(tar);
      return archive.sorted();
    } catch (TooManyFilesException | UnreadableArchiveException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new UnreadableArchiveException("archive.broken");
    }
  }

  private void addAll(TarArchiveInputStream tar) throws IOException {
    long kept = 0;
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      if (entry.isDirectory()) {
        continue;
      }
      boolean isRegular = REGULAR.contains(entry.getLinkFlag());
      byte[] content = isRegular ? tar.readNBytes(MAX_KEPT_OF_A_FILE) : new byte[0];
      kept += content.length;
      if (kept > MAX_KEPT) {
        throw new UnreadableArchiveException("archive.large");
      }
      add(
          entry.getName(),
          isRegular,
          most -> most < content.length ? Arrays.copyOf(content, most) : content);
    }
  }

  private void add(String name, boolean isRegular, HandedFile.Content content)
      throws TooManyFilesException {
    if (files.size() >= MAX_ENTRIES) {
      throw new TooManyFilesException();
    }
    String path = name.replace('\\', '/').replaceAll("^(\\.?/)+", "");
    files.add(new HandedFile(path, isRegular, content));
  }

  private Archive sorted() {
    files.sort(Comparator.comparing(HandedFile::path));
    return this;
  }

  @Override
  public void close() throws IOException {
    try {
      source.close();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  /** Ends a stream that goes on for longer than any archive. */
  private static final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long most) {
      super(in);
      left = most;
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

    private void count(int read) throws EOFException {
      left -= read;
      if (left < 0) {
        throw new EOFException("too long");
      }
    }
  }

  /** The archive cannot be read; whose it is has to hand in again. */
  static final class UnreadableArchiveException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableArchiveException(String key) {
      super(Messages.get(key));
    }
  }
}
