package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public final class Initializers {
  private Initializers() {}

  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    return IntStream.range(1, layerDims.length)
        .boxed()
        .flatMap(l -> Stream.of(
            Map.entry("W" + l, new SimpleMatrix(layerDims[l], layerDims[l - 1])),
            Map.entry("b" + l, new SimpleMatrix(layerDims[l], 1))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    return IntStream.range(1, layerDims.length)
        .boxed()
        .flatMap(l -> Stream.of(
            Map.entry("W" + l, random.randn(layerDims[l], layerDims[l - 1]).scale(10.0)),
            Map.entry("b" + l, new SimpleMatrix(layerDims[l], 1))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> weights = IntStream.range(1, layerDims.length)
        .boxed()
        .collect(Collectors.toMap(
            l -> "W" + l,
            l -> random.randn(layerDims[l], layerDims[l - 1]).scale(Math.sqrt(2.0 / layerDims[l - 1]))));
    Map<String, SimpleMatrix> biases = IntStream.range(1, layerDims.length)
        .mapToObj(Integer::valueOf)
        .collect(Collectors.toMap(l -> "b" + l, l -> new SimpleMatrix(layerDims[l], 1)));
    weights.putAll(biases);
    return weights;
  }
}
