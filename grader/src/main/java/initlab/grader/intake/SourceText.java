package initlab.grader.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Decodes what students' editors write: UTF-8 with or without a byte-order mark, else GB18030. */
final class SourceText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Charset GB18030 = Charset.forName("GB18030");

  private SourceText() {}

  /**
   * Decodes a source file.
   *
   * @throws NotTextException if the bytes are neither UTF-8 nor GB18030, or hold a NUL character
   */
  static String decode(byte[] bytes) throws NotTextException {
    String text;
    try {
      text = decode(bytes, StandardCharsets.UTF_8);
    } catch (CharacterCodingException notUtf8) {
      text = decodeGb18030(bytes);
    }
    if (text.indexOf('\0') >= 0) {
      throw new NotTextException("it has a NUL character: is it UTF-16 or no text at all?");
    }
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static String decodeGb18030(byte[] bytes) throws NotTextException {
    try {
      return decode(bytes, GB18030);
    } catch (CharacterCodingException e) {
      throw new NotTextException("it is neither UTF-8 nor GB18030 text");
    }
  }

  private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** The bytes are no text; the message says why. */
  static final class NotTextException extends Exception {
    private static final long serialVersionUID = 1L;

    NotTextException(String message) {
      super(message);
    }
  }
}
