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
import java.util.zip.CRC32C;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;

/** Copies a returned map out, once, as plain names, shapes and numbers. */
final class ResultCopy {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ByteArrayOutputStream one = new ByteArrayOutputStream(); // entry
  private final DataOutputStream out = new DataOutputStream(one);
  private final @Nullable Earlier earlier;
  private int numbersLeft = Protocol.MAX_NUMBERS;
  private int count;
  private boolean hasMore;
  private long content;

  private ResultCopy(@Nullable Earlier earlier) {
    this.earlier = earlier;
  }

  static byte[] of(Map<?, ?> map, Earlier earlier) throws IOException {
    ResultCopy copy = new ResultCopy(earlier);
    copy.addAll(map);
    earlier.note(map, copy.content);
    earlier.noteLast(map, copy.content);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(whole);
    out.writeByte(Protocol.RETURNED);
    out.writeBoolean(copy.hasMore);
    out.writeBoolean(earlier.hasChanged());
    out.writeInt(copy.count);
    copy.bytes.writeTo(out);
    return whole.toByteArray();
  }

  /** A sum over what a caller finds in a map, in whatever order. */
  static long content(Map<?, ?> map) throws IOException {
    ResultCopy copy = new ResultCopy(null);
    copy.addAll(map);
    return copy.content;
  }

  private void addAll(Map<?, ?> map) throws IOException {
    Iterator<? extends Map.Entry<?, ?>> iterator = map.entrySet().iterator();
    List<Map.Entry<?, ?>> entries = new ArrayList<>();
    while (entries.size() < Protocol.MAX_ENTRIES && iterator.hasNext()) {
      Map.Entry<?, ?> entry = iterator.next();
      entries.add(new AbstractMap.SimpleEntry<>(entry.getKey(), entry.getValue()));
    }
    hasMore = iterator.hasNext();
    count = entries.size();
    for (Map.Entry<?, ?> entry : entries) { // a map may be reordered by each get
      one.reset();
      entry(entry.getKey(), valueOf(map, entry));
      content += sum(one.toByteArray());
      one.writeTo(bytes);
    }
  }

  /** What counts is what a caller gets who writes the name himself, however the map keeps it. */
  private static @Nullable Object valueOf(Map<?, ?> map, Map.Entry<?, ?> entry) {
    if (!(entry.getKey() instanceof String name)) {
      return entry.getValue();
    }
    String asked = new String(name.toCharArray());
    return map.containsKey(asked) ? map.get(asked) : null;
  }

  private void entry(Object key, @Nullable Object value) throws IOException {
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
      if (earlier != null) {
        earlier.note(numbers, sum(copy));
      }
      numbersLeft -= (int) size;
    }
  }

  private static long sum(byte[] content) {
    CRC32C sum = new CRC32C();
    sum.update(content);
    return sum.getValue();
  }

  private static String describeMatrix(SimpleMatrix matrix) {
    return "a SimpleMatrix with " + matrix.getType();
  }

  private static String describe(@Nullable Object value) {
    return value == null ? "null" : cut(value.getClass().getName());
  }

  static String cut(String text) {
    return cut(text, Protocol.MAX_TEXT);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }
}
