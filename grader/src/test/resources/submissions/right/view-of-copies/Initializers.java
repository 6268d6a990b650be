package initlab.student;

import initlab.datasets.RandomState;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ejml.simple.SimpleMatrix;

public final class Initializers {
  /** Gives copies, so that nobody changes what it holds. */
  private static final class View extends AbstractMap<String, SimpleMatrix> {
    private final Map<String, SimpleMatrix> held;

    View(Map<String, SimpleMatrix> held) {
      this.held = held;
    }

    @Override
    public Set<Map.Entry<String, SimpleMatrix>> entrySet() {
      return held.keySet().stream()
          .map(name -> Map.entry(name, get(name)))
          .collect(Collectors.toSet());
    }

    @Override
    public SimpleMatrix get(Object name) {
      SimpleMatrix value = held.get(name);
      return value == null ? null : value.copy();
    }
  }

  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      parameters.put("W" + l, new SimpleMatrix(layerDims[l], layerDims[l - 1]));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return new View(parameters);
  }

  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      parameters.put("W" + l, random.randn(layerDims[l], layerDims[l - 1]).scale(10));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return new View(parameters);
  }

  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (int l = 1; l < layerDims.length; l++) {
      parameters.put("W" + l, random.randn(layerDims[l], layerDims[l - 1]).scale(Math.sqrt(2.0 / layerDims[l - 1])));
      parameters.put("b" + l, new SimpleMatrix(layerDims[l], 1));
    }
    return new View(parameters);
  }
}
