package initlab.grader.intake;

import initlab.grader.text.Messages;
import initlab.student.rules.SourceCharacters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Decodes what students' editors write and checks that it is text. A byte-order mark decides; else
 * it is UTF-8, or what Windows writes in China (GB18030) or in the west (windows-1252).
 */
final class SourceText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** What old DOS editors end a file with, and javac ignores there. */
  private static final char END_OF_FILE = '\u001A';

  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), Charset.forName("windows-1252"));

  private SourceText() {}

  /**
   * Decodes a source file.
   *
   * @throws NotTextException if it cannot be decoded, or has a character that no source needs and
   *     that hides what a reader sees: control characters, and those that are not seen or turn the
   *     direction of text
   */
  static String decode(byte[] bytes) throws NotTextException {
    String text = withoutMarks(decodeAny(bytes));
    if (text.indexOf('\0') >= 0) {
      throw new NotTextException(Messages.get("text.utf16"));
    }
    int line = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isControl = SourceCharacters.isControl(c);
      if (isControl || SourceCharacters.isInvisible(c)) {
        throw new NotTextException(
            Messages.get(isControl ? "text.control" : "text.invisible", line, (int) c));
      }
      line += c == '\n' ? 1 : 0;
    }
    return text;
  }

  /** The text with line ends of one kind: the same file saved on two systems is the same. */
  static String withPlainLineEnds(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static String decodeAny(byte[] bytes) throws NotTextException {
    Optional<Charset> marked = byteOrderMark(bytes);
    return marked.map(List::of).orElse(CHARSETS).stream()
        .flatMap(charset -> decode(bytes, charset).stream())
        .findFirst()
        .orElseThrow(() -> new NotTextException(Messages.get("text.undecodable")));
  }

  private static Optional<String> decode(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Charset> byteOrderMark(byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    return switch (mark) {
      case 0xFEFF, 0xFFFE -> Optional.of(StandardCharsets.UTF_16);
      default -> Optional.empty();
    };
  }

  private static String withoutMarks(String text) {
    int start = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    int end = text.length();
    while (end > start && text.charAt(end - 1) == END_OF_FILE) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The bytes are no text; the message says why and, where there is one, in which line. */
  static final class NotTextException extends Exception {
    private static final long serialVersionUID = 1L;

    NotTextException(String message) {
      super(message);
    }
  }
}
