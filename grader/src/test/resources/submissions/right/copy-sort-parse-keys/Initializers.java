package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import java.util.Arrays;
import java.util.List;

public final class Initializers {
  private Initializers() {}

  private static final List<String> LETTERS = Arrays.asList("W", "b");

  private static String[] keys(int layers) {
    String[] keys = new String[0];
    for (int l = 1; l <= layers; l++) {
      for (String letter : LETTERS) {
        keys = Arrays.copyOf(keys, keys.length + 1);
        keys[keys.length - 1] = letter + l;
      }
    }
    // "W10" would come before "W2" as text, so compare the numbers
    Arrays.sort(keys, (a, b) -> {
      int byNumber = Integer.compare(Integer.parseInt(a.substring(1)), Integer.parseInt(b.substring(1)));
      return byNumber != 0 ? byNumber : a.compareTo(b);
    });
    return keys;
  }

  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (String key : keys(layerDims.length - 1)) {
      int l = Integer.parseInt(key.substring(1));
      parameters.put(key, new SimpleMatrix(layerDims[l], key.startsWith("W") ? layerDims[l - 1] : 1));
    }
    return parameters;
  }

  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (String key : keys(layerDims.length - 1)) {
      int l = Integer.parseInt(key.substring(1));
      if (key.startsWith("W")) {
        parameters.put(key, random.randn(layerDims[l], layerDims[l - 1]).scale(10));
      } else {
        parameters.put(key, new SimpleMatrix(layerDims[l], 1));
      }
    }
    return parameters;
  }

  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (String key : keys(layerDims.length - 1)) {
      int l = Integer.valueOf(key.substring(1));
      switch (key.charAt(0)) {
        case 'W' -> parameters.put(key, random.randn(layerDims[l], layerDims[l - 1]).scale(Math.sqrt(2.0 / layerDims[l - 1])));
        case 'b' -> parameters.put(key, new SimpleMatrix(layerDims[l], 1));
        default -> throw new IllegalStateException("Unexpected key: " + key);
      }
    }
    return parameters;
  }
}
