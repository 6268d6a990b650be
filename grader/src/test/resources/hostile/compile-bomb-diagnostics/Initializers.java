package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/** Makes javac write megabytes about one error. */
public final class Initializers {
  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    return new HashMap<>();
  }

  static <T> java.util.Map<T, T> m(T t) {
    return null;
  }

  static void f() {
    var x0 = m(1);
    var x1 = m(x0);
    var x2 = m(x1);
    var x3 = m(x2);
    var x4 = m(x3);
    var x5 = m(x4);
    var x6 = m(x5);
    var x7 = m(x6);
    var x8 = m(x7);
    var x9 = m(x8);
    var x10 = m(x9);
    var x11 = m(x10);
    var x12 = m(x11);
    var x13 = m(x12);
    var x14 = m(x13);
    var x15 = m(x14);
    var x16 = m(x15);
    var x17 = m(x16);
    int i = x17;
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
