package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/** Overflows the stack of javac with types that have no answer. */
public final class Initializers {
  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    return new HashMap<>();
  }

  interface N<Z> {}

  static class C<X> implements N<N<? super C<C<X>>>> {}

  N<? super C<Byte>> bang(C<Byte> c) {
    return c;
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
