package initlab.grader.intake;

import initlab.grader.intake.FolderFiles.TooManyFilesException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * Counts the entries of a zip's central directory before a library makes an object of each: what
 * the archive says of their number is only what it says. The format is that of PKWARE's
 * APPNOTE.TXT, 4.3.12 to 4.3.16.
 */
final class ZipDirectory {
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int LOCATOR_64_LENGTH = 20;
  private static final int END_64 = 0x06064b50;
  private static final int END_64_LENGTH = 56;
  private static final int MAX_COMMENT = 0xFFFF;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_LENGTH = 46;

  private ZipDirectory() {}

  /**
   * Accepts a zip with as many entries as anyone hands in. What is no zip is left to the library.
   *
   * @param size how much it may hold
   * @throws TooManyFilesException if there are more
   */
  static void check(SeekableByteChannel zip, Archive.Size size) throws IOException {
    long start = start(zip);
    int entries = 0;
    for (long at = start; at >= 0 && at + ENTRY_LENGTH <= zip.size(); entries++) {
      ByteBuffer entry = read(zip, at, ENTRY_LENGTH);
      if (entry.getInt(0) != ENTRY) {
        return;
      }
      if (entries >= size.files()) {
        throw new TooManyFilesException();
      }
      at += ENTRY_LENGTH + word(entry, 28) + word(entry, 30) + word(entry, 32);
    }
  }

  /** Where the directory begins, by the last end record; -1 if there is none. */
  private static long start(SeekableByteChannel zip) throws IOException {
    int length = (int) Math.min(zip.size(), END_LENGTH + MAX_COMMENT);
    long from = zip.size() - length;
    ByteBuffer tail = read(zip, from, length);
    for (int at = length - END_LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == END) {
        long large = start64(zip, from + at);
        if (large >= 0) {
          return large;
        }
        long size = tail.getInt(at + 12) & 0xFFFF_FFFFL;
        long offset = tail.getInt(at + 16) & 0xFFFF_FFFFL;
        return Math.max(offset, from + at - size); // something may stand before the archive
      }
    }
    return -1;
  }

  /** Where it begins by the end record of a large archive; -1 if there is none. */
  private static long start64(SeekableByteChannel zip, long end) throws IOException {
    if (end < LOCATOR_64_LENGTH) {
      return -1;
    }
    ByteBuffer locator = read(zip, end - LOCATOR_64_LENGTH, LOCATOR_64_LENGTH);
    long at = locator.getLong(8);
    if (locator.getInt(0) != LOCATOR_64 || at < 0 || at > zip.size() - END_64_LENGTH) {
      return -1;
    }
    ByteBuffer end64 = read(zip, at, END_64_LENGTH);
    return end64.getInt(0) == END_64 ? end64.getLong(48) : -1;
  }

  private static int word(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  private static ByteBuffer read(SeekableByteChannel zip, long from, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    zip.position(from);
    while (bytes.hasRemaining()) {
      if (zip.read(bytes) < 0) {
        throw new EOFException();
      }
    }
    return bytes;
  }
}
