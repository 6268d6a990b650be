package initlab.student;

import initlab.datasets.RandomState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;

public final class Initializers {
  private static Map<String, SimpleMatrix> build(
      int[] dims, BiFunction<Integer, Integer, SimpleMatrix> weights) {
    return IntStream.range(1, dims.length)
        .boxed()
        .collect(
            LinkedHashMap::new,
            (map, l) -> {
              map.put("W" + l, weights.apply(dims[l], dims[l - 1]));
              map.put("b" + l, new SimpleMatrix(dims[l], 1));
            },
            Map::putAll);
  }

  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    return build(layerDims, SimpleMatrix::new);
  }

  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    return build(layerDims, (rows, cols) -> random.randn(rows, cols).scale(10));
  }

  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    return build(layerDims, (rows, cols) -> random.randn(rows, cols).scale(Math.sqrt(2.0 / cols)));
  }
}
