package initlab.student;

import initlab.datasets.RandomState;
import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import java.util.Iterator;
import java.util.NoSuchElementException;

public final class Initializers {
  private Initializers() {}

  record Shape(int l, int rows, int cols) {}

  static final class Shapes implements Iterable<Shape> {
    private final int[] dims;

    Shapes(int... dims) {
      this.dims = dims;
    }

    @Override
    public Iterator<Shape> iterator() {
      return new Iterator<>() {
        private int next = 1;

        @Override
        public boolean hasNext() {
          return next < dims.length;
        }

        @Override
        public Shape next() {
          if (!hasNext()) {
            throw new NoSuchElementException("layer " + next);
          }
          Shape shape = new Shape(next, dims[next], dims[next - 1]);
          next++;
          return shape;
        }
      };
    }
  }

  /**
   * Exercise 1: all weights and all biases are 0.
   *
   * @param layerDims the size of each layer, input layer first
   * @return W1, b1, …, WL, bL in the shapes described above
   */
  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (Shape s : new Shapes(layerDims)) {
      parameters.put("W" + s.l(), new SimpleMatrix(s.rows(), s.cols()));
      parameters.put("b" + s.l(), new SimpleMatrix(s.rows(), 1));
    }
    return parameters;
  }

  /**
   * Exercise 2: weights from the standard normal distribution times 10, biases 0.
   *
   * @param layerDims the size of each layer, input layer first
   * @param seed the seed of the generator; the same seed gives the same weights
   * @return W1, b1, …, WL, bL in the shapes described above
   */
  public static Map<String, SimpleMatrix> initializeRandom(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    for (Shape s : new Shapes(layerDims)) {
      parameters.put("W" + s.l(), random.randn(s.rows(), s.cols()).scale(10));
      parameters.put("b" + s.l(), new SimpleMatrix(s.rows(), 1));
    }
    return parameters;
  }

  /**
   * Exercise 3: He initialisation. Weights from the standard normal distribution times √(2 /
   * layerDims[l - 1]), biases 0.
   *
   * @param layerDims the size of each layer, input layer first
   * @param seed the seed of the generator; the same seed gives the same weights
   * @return W1, b1, …, WL, bL in the shapes described above
   */
  public static Map<String, SimpleMatrix> initializeHe(int[] layerDims, long seed) {
    RandomState random = new RandomState(seed);
    Map<String, SimpleMatrix> parameters = new HashMap<>();
    Iterator<Shape> it = new Shapes(layerDims).iterator();
    it.forEachRemaining(s -> {
      parameters.put("W" + s.l(), random.randn(s.rows(), s.cols()).scale(Math.sqrt(2.0 / s.cols())));
      parameters.put("b" + s.l(), new SimpleMatrix(s.rows(), 1));
    });
    return parameters;
  }
}
