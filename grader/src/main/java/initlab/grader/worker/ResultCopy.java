package initlab.grader.worker;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/** Copies a returned map out, once, as plain names, shapes and numbers. */
final class ResultCopy {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private int numbersLeft = Protocol.MAX_NUMBERS;

  private ResultCopy() {}

  static byte[] of(Map<?, ?> map) throws IOException {
    ResultCopy copy = new ResultCopy();
    int entries = 0;
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    Iterator<? extends Map.Entry<?, ?>> iterator = map.entrySet().iterator();
    while (entries < Protocol.MAX_ENTRIES && iterator.hasNext()) {
      Map.Entry<?, ?> entry = iterator.next();
      copy.entry(map, entry.getKey(), entry.getValue());
      entries++;
    }
    DataOutputStream headOut = new DataOutputStream(head);
    headOut.writeByte(Protocol.RETURNED);
    headOut.writeBoolean(iterator.hasNext());
    headOut.writeInt(entries);
    copy.bytes.writeTo(head);
    return head.toByteArray();
  }

  private void entry(Map<?, ?> map, Object key, Object value) throws IOException {
    out.writeUTF(key instanceof String name ? cut(name, Protocol.MAX_NAME) : describe(key));
    if (key instanceof String && map.get(key) != value) {
      out.writeByte(Protocol.OTHER);
      out.writeUTF("another value by get than among the entries");
    } else if (value instanceof SimpleMatrix matrix
        && value.getClass() == SimpleMatrix.class
        && matrix.getMatrix() instanceof DMatrixRMaj numbers
        && numbers.getClass() == DMatrixRMaj.class) {
      matrix(numbers);
    } else {
      out.writeByte(Protocol.OTHER);
      out.writeUTF(value instanceof SimpleMatrix matrix ? describeMatrix(matrix) : describe(value));
    }
  }

  private void matrix(DMatrixRMaj matrix) throws IOException {
    int rows = matrix.numRows;
    int cols = matrix.numCols;
    double[] numbers = matrix.data;
    long size = (long) rows * cols;
    if (rows < 0 || cols < 0 || size > numbers.length) {
      out.writeByte(Protocol.OTHER);
      out.writeUTF(
          "a matrix that says it is %d × %d and holds %d numbers"
              .formatted(rows, cols, numbers.length));
      return;
    }
    boolean fits = size <= numbersLeft;
    out.writeByte(fits ? Protocol.MATRIX : Protocol.HUGE_MATRIX);
    out.writeInt(rows);
    out.writeInt(cols);
    if (fits) {
      byte[] copy = new byte[(int) size * Double.BYTES];
      ByteBuffer.wrap(copy).asDoubleBuffer().put(numbers, 0, (int) size);
      out.write(copy);
      numbersLeft -= (int) size;
    }
  }

  private static String describeMatrix(SimpleMatrix matrix) {
    return "a SimpleMatrix with " + matrix.getType();
  }

  private static String describe(Object value) {
    return value == null ? "null" : cut(value.getClass().getName());
  }

  static String cut(String text) {
    return cut(text, Protocol.MAX_TEXT);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }
}
