package initlab.grader.intake;

import initlab.grader.intake.FolderFiles.TooManyFilesException;
import initlab.grader.text.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A zip or tar archive. Nothing is ever unpacked to disk: names are names, links are not followed,
 * and of each file no more is read than asked for.
 */
final class Archive implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("(?is).*[.](zip|jar|tar|tar[.]gz|tgz)");
  private static final int MAX_NAME_BYTES = 4_096;

  /**
   * How much an archive may hold: of a class, perhaps with each student's repository, or of one.
   */
  enum Size {
    CLASS(1_000_000, 256L * 1024 * 1024),
    HAND_IN(100_000, 48L * 1024 * 1024);

    private final int files;
    private final long kept;

    /**
     * A size.
     *
     * @param files how many files it may hold
     * @param kept how many bytes of a tar are kept, which can be read only once
     */
    Size(int files, long kept) {
      this.files = files;
      this.kept = kept;
    }

    int files() {
      return files;
    }

    long kept() {
      return kept;
    }
  }

  private final List<HandedFile> files;
  private final AutoCloseable source;

  private Archive(List<HandedFile> files, AutoCloseable source) {
    this.files = new ArrayList<>(files);
    this.files.sort(Comparator.comparing(HandedFile::path));
    this.source = source;
  }

  /** Whether a name is that of an archive that can be opened. */
  static boolean isNamed(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * Opens an archive on disk, of a class or of one hand-in.
   *
   * @throws UnreadableArchiveException if it is broken or encrypted; the message says which
   */
  static Archive open(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) { // a pipe would be waited for
      throw new UnreadableArchiveException("archive.broken");
    }
    if (isZip(name)) {
      return zip(Files.newByteChannel(file), Size.CLASS);
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return tar(name, in, Size.CLASS);
    }
  }

  /** Opens an archive that one student handed in. */
  static Archive open(String name, byte[] content) throws IOException {
    return isZip(name)
        ? zip(new SeekableInMemoryByteChannel(content), Size.HAND_IN)
        : tar(name, new ByteArrayInputStream(content), Size.HAND_IN);
  }

  private static boolean isZip(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".zip") || lower.endsWith(".jar");
  }

  /** The files in it but folders, sorted by path. */
  List<HandedFile> files() {
    return Collections.unmodifiableList(files);
  }

  private static Archive zip(SeekableByteChannel channel, Size size) throws IOException {
    try {
      ZipDirectory.check(channel, size);
      ZipFile zip =
          ZipFile.builder().setSeekableByteChannel(channel).setIgnoreLocalFileHeader(true).get();
      List<HandedFile> files = new ArrayList<>();
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      ZipNames names = ZipNames.of(entries);
      for (ZipArchiveEntry entry : entries) {
        if (!entry.isDirectory()) {
          checkRoom(files.size(), names.of(entry), size);
          files.add(
              new HandedFile(
                  path(names.of(entry)), !entry.isUnixSymlink(), most -> read(zip, entry, most)));
        }
      }
      return new Archive(files, zip);
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

  private static Archive tar(String name, InputStream in, Size size) throws IOException {
    try {
      return new Archive(TarFiles.read(name, in, size), () -> {});
    } catch (TooManyFilesException | UnreadableArchiveException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new UnreadableArchiveException("archive.broken");
    }
  }

  /** Refuses one file more than anyone hands in, or a name that is none. */
  static void checkRoom(int files, String name, Size size) throws IOException {
    if (files >= size.files) {
      throw new TooManyFilesException();
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
      throw new UnreadableArchiveException("archive.large");
    }
  }

  /** A name in an archive as a path inside it: without empty parts, and never above its top. */
  static String path(String name) {
    Deque<String> parts = new ArrayDeque<>();
    String slashes = name.replace('\\', '/').replaceFirst("^[A-Za-z]:/", ""); // a drive of Windows
    for (String part : slashes.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
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

  /** The archive cannot be read; whose it is has to hand in again. */
  static final class UnreadableArchiveException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableArchiveException(String key) {
      super(Messages.get(key));
    }
  }
}
