package initlab.grader.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * One message between the grader and a process of its own.
 *
 * @param nonce ties an answer to its question
 * @param payload the bytes of the message, at most {@link Protocol#MAX_FRAME}
 */
public record Frame(long nonce, byte[] payload) {
  /** Writes the frame and flushes. */
  public void writeTo(DataOutputStream out) throws IOException {
    head(nonce, payload.length, out);
    out.write(payload);
    out.flush();
  }

  /**
   * Writes a frame whose payload need not be copied for that; flushing it is left to the caller.
   */
  static void write(long nonce, Bytes payload, DataOutputStream out) throws IOException {
    head(nonce, payload.size(), out);
    payload.writeTo(out);
  }

  private static void head(long nonce, int length, DataOutputStream out) throws IOException {
    out.writeInt(Protocol.MAGIC);
    out.writeLong(nonce);
    out.writeInt(length);
  }

  /**
   * Reads a frame; its length is checked before anything is allocated.
   *
   * @throws BadFrameException if the bytes are not a frame
   * @throws IOException if the stream ends or breaks
   */
  public static Frame readFrom(DataInputStream in) throws IOException {
    int magic = in.readInt();
    if (magic != Protocol.MAGIC) {
      throw new BadFrameException("a frame begins with 0x%08x".formatted(magic));
    }
    long nonce = in.readLong();
    int length = in.readInt();
    if (length < 0 || length > Protocol.MAX_FRAME) {
      throw new BadFrameException("a frame claims to have " + length + " bytes");
    }
    byte[] payload = new byte[length];
    int read = in.readNBytes(payload, 0, length);
    if (read < length) {
      throw new EOFException("a frame ends after %d of %d bytes".formatted(read, length));
    }
    return new Frame(nonce, payload);
  }
}
