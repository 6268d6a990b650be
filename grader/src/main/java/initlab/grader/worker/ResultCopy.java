package initlab.grader.worker;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/** Copies a returned map out, once, as plain names, shapes and numbers. */
final class ResultCopy {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private int numbersLeft = Protocol.MAX_NUMBERS;

  private final Earlier earlier;

  private ResultCopy(Earlier earlier) {
    this.earlier = earlier;
  }

  static byte[] of(Map<?, ?> map, Earlier earlier) throws IOException {
    ResultCopy copy = new ResultCopy(earlier);
    Iterator<? extends Map.Entry<?, ?>> iterator = map.entrySet().iterator();
    List<Map.Entry<?, ?>> entries = new ArrayList<>();
    while (entries.size() < Protocol.MAX_ENTRIES && iterator.hasNext()) {
      Map.Entry<?, ?> entry = iterator.next();
      entries.add(new AbstractMap.SimpleEntry<>(entry.getKey(), entry.getValue()));
    }
    boolean hasMore = iterator.hasNext();
    for (Map.Entry<?, ?> entry : entries) { // a map may be reordered by each get
      copy.entry(entry.getKey(), valueOf(map, entry));
    }
    byte[] content = copy.bytes.toByteArray();
    earlier.note(map, content);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(whole);
    out.writeByte(Protocol.RETURNED);
    out.writeBoolean(hasMore);
    out.writeBoolean(earlier.hasChanged());
    out.writeInt(entries.size());
    out.write(content);
    return whole.toByteArray();
  }

  /** What counts is what a caller gets who writes the name himself, however the map keeps it. */
  private static Object valueOf(Map<?, ?> map, Map.Entry<?, ?> entry) {
    return entry.getKey() instanceof String name
        ? map.get(new String(name.toCharArray()))
        : entry.getValue();
  }

  private void entry(Object key, Object value) throws IOException {
    out.writeUTF(key instanceof String name ? cut(name, Protocol.MAX_NAME) : describe(key));
    if (value instanceof SimpleMatrix matrix
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
      earlier.note(numbers, copy);
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
