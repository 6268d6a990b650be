package initlab.reference;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ejml.simple.SimpleMatrix;

/** What can go wrong with the names and shapes of right numbers. */
final class Forms {
  private Forms() {}

  static Map<String, SimpleMatrix> transposedWeights(Map<String, SimpleMatrix> right) {
    return transposed(right, "W");
  }

  static Map<String, SimpleMatrix> transposedBiases(Map<String, SimpleMatrix> right) {
    return transposed(right, "b");
  }

  private static Map<String, SimpleMatrix> transposed(
      Map<String, SimpleMatrix> right, String kind) {
    Map<String, SimpleMatrix> wrong = new LinkedHashMap<>(right);
    wrong.replaceAll((name, matrix) -> name.startsWith(kind) ? matrix.transpose() : matrix);
    return wrong;
  }

  static Map<String, SimpleMatrix> withoutLastLayer(Map<String, SimpleMatrix> right) {
    Map<String, SimpleMatrix> wrong = new LinkedHashMap<>(right);
    wrong.keySet().removeIf(name -> layer(name) == right.size() / 2);
    return wrong;
  }

  static Map<String, SimpleMatrix> withoutBiases(Map<String, SimpleMatrix> right) {
    Map<String, SimpleMatrix> wrong = new LinkedHashMap<>(right);
    wrong.keySet().removeIf(name -> name.startsWith("b"));
    return wrong;
  }

  static Map<String, SimpleMatrix> keysFromZero(Map<String, SimpleMatrix> right) {
    Map<String, SimpleMatrix> wrong = new TreeMap<>();
    right.forEach((name, matrix) -> wrong.put(name.charAt(0) + "" + (layer(name) - 1), matrix));
    return wrong;
  }

  static Map<String, SimpleMatrix> lowerCaseKeys(Map<String, SimpleMatrix> right) {
    Map<String, SimpleMatrix> wrong = new TreeMap<>();
    right.forEach((name, matrix) -> wrong.put(name.toLowerCase(Locale.ROOT), matrix));
    return wrong;
  }

  private static int layer(String name) {
    return Integer.parseInt(name.substring(1));
  }
}
