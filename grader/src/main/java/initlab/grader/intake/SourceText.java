package initlab.grader.intake;

import initlab.grader.text.Messages;
import initlab.student.rules.SourceCharacters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Decodes what students' editors write and checks that it is text. A byte-order mark decides. */
final class SourceText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** What old DOS editors end a file with, and javac ignores there. */
  private static final char END_OF_FILE = '\u001A';

  private SourceText() {}

  /**
   * A text.
   *
   * @param encoding how it was encoded
   * @param isGuess whether another encoding may be meant
   */
  record Decoded(String text, Charset encoding, boolean isGuess) {}

  /**
   * Decodes a source file.
   *
   * @throws NotTextException if it cannot be decoded, or has a character that no source needs and
   *     that hides what a reader sees: control characters, and those that are not seen or turn the
   *     direction of text
   */
  static Decoded decode(byte[] bytes) throws NotTextException {
    Decoded decoded = decodeAny(bytes);
    String text = withoutMarks(decoded.text());
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
    return new Decoded(text, decoded.encoding(), decoded.isGuess());
  }

  /** The text with line ends of one kind: the same file saved on two systems is the same. */
  static String withPlainLineEnds(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static Decoded decodeAny(byte[] bytes) throws NotTextException {
    Optional<Charset> marked = byteOrderMark(bytes);
    return marked.map(List::of).orElseGet(() -> Encodings.guesses(bytes)).stream()
        .flatMap(charset -> decode(bytes, charset).stream())
        .findFirst()
        .orElseThrow(() -> new NotTextException(Messages.get("text.undecodable")));
  }

  private static Optional<Decoded> decode(byte[] bytes, Charset charset) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean isUnicode = charset.name().startsWith("UTF");
      return Optional.of(new Decoded(text, charset, !isUnicode));
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
