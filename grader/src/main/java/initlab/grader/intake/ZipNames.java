package initlab.grader.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The names in a zip, which need not say in which characters they are: Windows writes those of its
 * country. Two names that differ in a byte stay two names.
 */
final class ZipNames {
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("GB2312"),
          Charset.forName("Big5"),
          Charset.forName("Shift_JIS"),
          Charset.forName("GB18030"),
          Charset.forName("IBM850"));

  /** It has a character for each byte. */
  private static final Charset LAST = Charset.forName("IBM437");

  private final Charset charset;

  private ZipNames(Charset charset) {
    this.charset = charset;
  }

  /** The names of an archive: all are in the first characters that suit each of them. */
  static ZipNames of(List<ZipArchiveEntry> entries) {
    List<byte[]> raw =
        entries.stream()
            .filter(entry -> !isMarked(entry) && entry.getRawName() != null)
            .map(ZipArchiveEntry::getRawName)
            .toList();
    return new ZipNames(
        CHARSETS.stream()
            .filter(one -> raw.stream().allMatch(name -> decode(name, one).isPresent()))
            .findFirst()
            .orElse(LAST));
  }

  String of(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    return isMarked(entry) || raw == null ? entry.getName() : new String(raw, charset);
  }

  /** Whether it says that its name is in UTF-8. */
  private static boolean isMarked(ZipArchiveEntry entry) {
    return entry.getGeneralPurposeBit().usesUTF8ForNames()
        || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME;
  }

  private static Optional<String> decode(byte[] name, Charset charset) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(name)).toString();
      boolean isPlausible = charset.equals(StandardCharsets.UTF_8) || isPlausible(text);
      return isPlausible ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Letters alone, and no Chinese one in the middle of a Latin word. */
  private static boolean isPlausible(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean touchesLatin = isLatin(name, i - 1) || isLatin(name, i + 1);
      if (c >= 0x80 && (!Character.isLetter(c) || (Character.isIdeographic(c) && touchesLatin))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLatin(String name, int at) {
    return at >= 0
        && at < name.length()
        && name.charAt(at) < 0x80
        && Character.isLetter(name.charAt(at));
  }
}
