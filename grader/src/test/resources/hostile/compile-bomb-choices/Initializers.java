package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/** Takes javac for ever with nested choices. */
public final class Initializers {
  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    return new HashMap<>();
  }

  static <T> T m(T t) {
    return t;
  }

  static Object f(int a) {
    return m(a > 16 ? m(a > 15 ? m(a > 14 ? m(a > 13 ? m(a > 12 ? m(a > 11 ? m(a > 10 ? m(a > 9 ? m(a > 8 ? m(a > 7 ? m(a > 6 ? m(a > 5 ? m(a > 4 ? m(a > 3 ? m(a > 2 ? m(a > 1 ? 0 : m(0)) : m(0)) : m(0)) : m(0)) : m(0)) : m(0)) : m(0)) : m(0)) : m(0)) : m(0)) : m(0)) : m(0)) : m(0)) : m(0)) : m(0)) : m(0));
  }

  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      parameters.put("W" + l, random.randn(layerDims[l], layerDims[l - 1]).scale(10));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return parameters;
  }
}
