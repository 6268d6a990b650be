package initlab.grader.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;

/** Copies a returned map out, once, as plain names, shapes and numbers. */
final class ResultCopy {
  private final Bytes bytes;
  private final DataOutputStream out;
  private final @Nullable Earlier earlier;
  private int numbersLeft = Protocol.MAX_NUMBERS;
  private int count;
  private boolean hasMore;
  private long content;

  private ResultCopy(Bytes bytes, @Nullable Earlier earlier) {
    this.bytes = bytes;
    this.out = new DataOutputStream(bytes);
    this.earlier = earlier;
  }

  /** Appends what is in a map, and whether it is another than before. */
  static void write(Map<?, ?> map, Earlier earlier, Bytes bytes) throws IOException {
    ResultCopy copy = new ResultCopy(bytes, earlier);
    copy.out.writeByte(Protocol.RETURNED);
    int head = bytes.size();
    copy.out.writeBoolean(false);
    copy.out.writeBoolean(false);
    copy.out.writeInt(0);
    copy.addAll(map);
    earlier.note(map, copy.content);
    earlier.noteLast(map, copy.content);
    bytes.set(head, copy.hasMore);
    bytes.set(head + 1, earlier.hasChanged());
    bytes.set(head + 2, copy.count);
  }

  /**
   * A sum over what a caller finds in a map, in whatever order.
   *
   * @param scratch what is in it is lost
   */
  static long content(Map<?, ?> map, Bytes scratch) throws IOException {
    scratch.reset();
    ResultCopy copy = new ResultCopy(scratch, null);
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
      int start = bytes.size();
      entry(entry.getKey(), valueOf(map, entry));
      content += bytes.sum(start);
    }
  }

  /** What counts is what a caller gets who writes the name himself, however the map keeps it. */
  private static @Nullable Object valueOf(Map<?, ?> map, Map.Entry<?, ?> entry) {
    if (!(entry.getKey() instanceof String name) || name.length() > Protocol.MAX_NAME) {
      return entry.getValue(); // nobody asks for it
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
      int start = bytes.size();
      bytes.write(numbers, (int) size);
      if (earlier != null) {
        earlier.note(numbers, bytes.sum(start));
      }
      numbersLeft -= (int) size;
    }
  }

  private static String describeMatrix(SimpleMatrix matrix) {
    return "a SimpleMatrix with " + matrix.getType();
  }

  private static String describe(@Nullable Object value) {
    return value == null ? "null" : cut(name(value.getClass()));
  }

  /** That of a lambda counts those before it, and tells where it lies. */
  private static String name(Class<?> type) {
    String name = type.getName();
    return type.isHidden() ? name.replaceFirst("[$][$]Lambda.*|/.*", "") + "$$Lambda" : name;
  }

  static String cut(String text) {
    return cut(text, Protocol.MAX_TEXT);
  }

  static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }
}
