package initlab.grader.sandbox;

import initlab.grader.text.Messages;
import initlab.grader.text.Text;
import initlab.grader.worker.Protocol;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads a worker's answer, trusting nothing in it: every length is checked before it is used. */
final class AnswerReader {
  private final ByteBuffer bytes;

  AnswerReader(byte[] payload) {
    bytes = ByteBuffer.wrap(payload);
  }

  /**
   * What the call returned.
   *
   * @throws CallFailure if the method gave no map, or the answer makes no sense
   */
  Returned returned() {
    return sensible(this::readReturned);
  }

  private static <T> T sensible(Supplier<T> part) {
    try {
      return part.get();
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new CallFailure(CallFailure.Kind.DIED, Messages.get("process.wrote"));
    }
  }

  private Returned readReturned() {
    int[] numbers = new int[length(Protocol.MAX_ENTRIES)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = bytes.getInt();
    }
    byte kind = bytes.get();
    if (kind != Protocol.RETURNED) {
      throw failure(kind);
    }
    boolean hasMore = bytes.get() != 0;
    boolean overwrites = bytes.get() != 0;
    Returned returned = new Returned(entries(), hasMore, overwrites, numbers);
    if (bytes.hasRemaining()) {
      throw new IllegalArgumentException("an answer with more behind it");
    }
    return returned;
  }

  private CallFailure failure(byte kind) {
    return switch (kind) {
      case Protocol.THREW -> new CallFailure(CallFailure.Kind.THREW, text());
      case Protocol.NO_METHOD -> new CallFailure(CallFailure.Kind.NO_METHOD, text());
      case Protocol.NO_MAP -> new CallFailure(CallFailure.Kind.NO_MAP, text());
      default -> throw new IllegalArgumentException("an answer of kind " + kind);
    };
  }

  private List<Returned.Entry> entries() {
    int count = length(Protocol.MAX_ENTRIES);
    List<Returned.Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(entry(text()));
    }
    return entries;
  }

  private Returned.Entry entry(String name) {
    byte kind = bytes.get();
    return switch (kind) {
      case Protocol.MATRIX ->
          new Returned.MatrixEntry(name, matrix(bytes.getInt(), bytes.getInt()));
      case Protocol.HUGE_MATRIX -> new Returned.HugeEntry(name, bytes.getInt(), bytes.getInt());
      case Protocol.OTHER -> new Returned.OtherEntry(name, text());
      default -> throw new IllegalArgumentException("an entry of kind " + kind);
    };
  }

  private Matrix matrix(int rows, int cols) {
    long size = (long) rows * cols;
    if (rows < 0 || cols < 0 || size > bytes.remaining() / Double.BYTES) {
      throw new IllegalArgumentException("a matrix of %d × %d".formatted(rows, cols));
    }
    double[] values = new double[(int) size];
    bytes.asDoubleBuffer().get(values);
    bytes.position(bytes.position() + values.length * Double.BYTES);
    return new Matrix(rows, cols, values);
  }

  /** Java's own modified UTF-8, with its length before it. */
  private String text() {
    byte[] utf = new byte[Short.BYTES + Short.toUnsignedInt(bytes.getShort())];
    bytes.position(bytes.position() - Short.BYTES);
    bytes.get(utf);
    try {
      return Text.clean(new DataInputStream(new ByteArrayInputStream(utf)).readUTF());
    } catch (IOException e) {
      throw new IllegalArgumentException("a text that is none", e);
    }
  }

  private int length(int most) {
    int length = bytes.getInt();
    if (length < 0 || length > most) {
      throw new IllegalArgumentException("a length of " + length);
    }
    return length;
  }
}
