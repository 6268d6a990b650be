package initlab.grader.worker;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Bytes of an answer, written once: answers have megabytes, and every copy of them costs. */
final class Bytes extends ByteArrayOutputStream {
  /** Appends numbers, eight bytes each, the most significant first. */
  void write(double[] numbers, int length) {
    int end = count + length * Double.BYTES;
    if (end > buf.length) {
      buf = Arrays.copyOf(buf, Math.max(end, 2 * buf.length));
    }
    ByteBuffer.wrap(buf, count, length * Double.BYTES).asDoubleBuffer().put(numbers, 0, length);
    count = end;
  }

  /** Puts a number over the four bytes at a place. */
  void set(int at, int number) {
    ByteBuffer.wrap(buf).putInt(at, number);
  }

  /** Puts a byte over the one at a place. */
  void set(int at, boolean flag) {
    buf[at] = (byte) (flag ? 1 : 0);
  }

  /** Forgets what was written from a place on. */
  void cutAt(int place) {
    count = place;
  }

  /** The checksum of what was written from a place on. */
  long sum(int from) {
    CRC32C sum = new CRC32C();
    sum.update(buf, from, count - from);
    return sum.getValue();
  }
}
