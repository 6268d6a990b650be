package initlab.student;

import initlab.datasets.RandomState;
import java.util.Map;
import java.util.TreeMap;
import org.ejml.simple.SimpleMatrix;

public class Initializers {
  interface Filler {
    SimpleMatrix fill(int rows, int cols);
  }

  static class Zeros implements Filler {
    @Override
    public SimpleMatrix fill(int rows, int cols) {
      return new SimpleMatrix(rows, cols);
    }
  }

  static class Scaled implements Filler {
    private final RandomState random;
    private final boolean he;

    Scaled(long seed, boolean he) {
      this.random = new RandomState(seed);
      this.he = he;
    }

    @Override
    public SimpleMatrix fill(int rows, int cols) {
      double factor = he ? Math.sqrt(2) / Math.sqrt(cols) : 10.0;
      return random.randn(rows, cols).scale(factor);
    }
  }

  private static Map<String, SimpleMatrix> all(int[] dims, Filler filler) {
    TreeMap<String, SimpleMatrix> result = new TreeMap<>();
    int l = 1;
    while (l < dims.length) {
      result.put(String.format("W%d", l), filler.fill(dims[l], dims[l - 1]));
      result.put(String.format("b%d", l), new Zeros().fill(dims[l], 1));
      l++;
    }
    return result;
  }

  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    return all(layerDims, new Zeros());
  }

  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    return all(layerDims, new Scaled(seed, false));
  }

  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    return all(layerDims, new Scaled(seed, true));
  }
}
