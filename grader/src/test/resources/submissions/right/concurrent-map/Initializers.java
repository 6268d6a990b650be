package initlab.student;

import initlab.datasets.RandomState;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.ejml.simple.SimpleMatrix;

public final class Initializers {
  private Initializers() {}

  private static final AtomicInteger CALLS = new AtomicInteger();
  private static final LongAdder WEIGHTS = new LongAdder();

  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    CALLS.incrementAndGet();
    Map<String, SimpleMatrix> parameters = new ConcurrentHashMap<>();
    for (AtomicInteger l = new AtomicInteger(1); l.get() < layerDims.length; l.getAndIncrement()) {
      int k = l.get();
      parameters.putIfAbsent("W" + k, new SimpleMatrix(layerDims[k], layerDims[k - 1]));
      parameters.putIfAbsent("b" + k, new SimpleMatrix(layerDims[k], 1));
    }
    return parameters;
  }

  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    CALLS.incrementAndGet();
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new ConcurrentHashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      SimpleMatrix w = random.randn(layerDims[l], layerDims[l - 1]).scale(10);
      WEIGHTS.add(w.getNumElements());
      parameters.put("W" + l, w);
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return parameters;
  }

  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    CALLS.incrementAndGet();
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new ConcurrentHashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      final int fanIn = layerDims[l - 1];
      final int fanOut = layerDims[l];
      parameters.computeIfAbsent("W" + l, key -> random.randn(fanOut, fanIn).scale(Math.sqrt(2.0 / fanIn)));
      parameters.computeIfAbsent("b" + l, key -> new SimpleMatrix(fanOut, 1));
    }
    return parameters;
  }
}
