package initlab.student.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.ejml.simple.SimpleMatrix;

/**
 * A fully connected network for two classes: LINEAR → RELU in every hidden layer, LINEAR → SIGMOID
 * in the last. Its parameters are a map with {@code W1, b1, …, WL, bL}; {@code x} has one example a
 * column.
 *
 * <p>All mathematics is {@code StrictMath}'s, so that a training gives the same numbers everywhere.
 */
public final class Network {
  private Network() {}

  /**
   * Computes the activations of every layer.
   *
   * @param x the examples, layerDims[0] × m
   * @return L + 1 matrices: {@code x} itself, then the activations of layer l, layerDims[l] × m
   */
  public static List<SimpleMatrix> forward(SimpleMatrix x, Map<String, SimpleMatrix> parameters) {
    int layers = parameters.size() / 2;
    List<SimpleMatrix> activations = new ArrayList<>(List.of(x));
    for (int l = 1; l <= layers; l++) {
      SimpleMatrix z =
          linear(activations.get(l - 1), parameters.get("W" + l), parameters.get("b" + l));
      activations.add(l < layers ? relu(z) : sigmoid(z));
    }
    return activations;
  }

  /**
   * Computes the gradient of the loss with respect to every parameter.
   *
   * @param activations what {@link #forward} returned
   * @param y the labels, 1 × m
   * @return the gradients, under the names of their parameters
   */
  public static Map<String, SimpleMatrix> backward(
      List<SimpleMatrix> activations, SimpleMatrix y, Map<String, SimpleMatrix> parameters) {
    int layers = activations.size() - 1;
    Map<String, SimpleMatrix> gradients = new HashMap<>();
    SimpleMatrix dz = activations.get(layers).minus(y).divide(y.getNumCols());
    for (int l = layers; l >= 1; l--) {
      gradients.put("W" + l, dz.mult(activations.get(l - 1).transpose()));
      gradients.put("b" + l, rowSums(dz));
      if (l > 1) {
        SimpleMatrix da = parameters.get("W" + l).transpose().mult(dz);
        dz = whereActive(da, activations.get(l - 1));
      }
    }
    return gradients;
  }

  /** One step of gradient descent: each parameter less its gradient times the learning rate. */
  public static Map<String, SimpleMatrix> update(
      Map<String, SimpleMatrix> parameters,
      Map<String, SimpleMatrix> gradients,
      double learningRate) {
    Map<String, SimpleMatrix> updated = new HashMap<>();
    parameters.forEach(
        (name, value) -> updated.put(name, value.minus(gradients.get(name).scale(learningRate))));
    return updated;
  }

  /**
   * The cross-entropy loss, averaged over the examples.
   *
   * <p>A term that is not a number (0 · ∞) is left out of the sum, as NumPy's {@code nansum} does;
   * a confident wrong answer makes the loss infinite.
   *
   * @param a the output of the network, 1 × m
   * @param y the labels, 1 × m
   */
  public static double loss(SimpleMatrix a, SimpleMatrix y) {
    double sum = 0;
    for (int i = 0; i < y.getNumCols(); i++) {
      double term =
          -StrictMath.log(a.get(0, i)) * y.get(0, i)
              - StrictMath.log(1 - a.get(0, i)) * (1 - y.get(0, i));
      if (!Double.isNaN(term)) {
        sum += term;
      }
    }
    return sum / y.getNumCols();
  }

  /** The predicted labels, 1 × m: 1 where the network's output is above 0.5, else 0. */
  public static SimpleMatrix predict(SimpleMatrix x, Map<String, SimpleMatrix> parameters) {
    List<SimpleMatrix> activations = forward(x, parameters);
    return activations
        .get(activations.size() - 1)
        .elementOp((int row, int col, double a) -> a > 0.5 ? 1 : 0);
  }

  /** The share of examples whose predicted label is the true one, 0 … 1. */
  public static double accuracy(
      SimpleMatrix x, SimpleMatrix y, Map<String, SimpleMatrix> parameters) {
    SimpleMatrix wrong = predict(x, parameters).minus(y).elementPower(2);
    return (y.getNumCols() - wrong.elementSum()) / y.getNumCols();
  }

  /** The activations of one hidden layer: max(0, W·a + b). */
  static SimpleMatrix reluLayer(SimpleMatrix a, SimpleMatrix w, SimpleMatrix b) {
    return relu(linear(a, w, b));
  }

  private static SimpleMatrix linear(SimpleMatrix a, SimpleMatrix w, SimpleMatrix b) {
    SimpleMatrix z = w.mult(a);
    double[] values = z.getDDRM().data; // row by row; 45 million additions go through here
    int cols = z.getNumCols();
    for (int i = 0; i < values.length; i++) {
      values[i] += b.get(i / cols);
    }
    return z;
  }

  private static SimpleMatrix relu(SimpleMatrix z) {
    return elementwise(z, value -> Math.max(0, value));
  }

  private static SimpleMatrix sigmoid(SimpleMatrix z) {
    return elementwise(z, value -> 1 / (1 + StrictMath.exp(-value)));
  }

  private static SimpleMatrix elementwise(SimpleMatrix matrix, DoubleUnaryOperator function) {
    SimpleMatrix result = matrix.createLike();
    double[] from = matrix.getDDRM().data;
    double[] to = result.getDDRM().data;
    for (int i = 0; i < to.length; i++) {
      to[i] = function.applyAsDouble(from[i]);
    }
    return result;
  }

  private static SimpleMatrix whereActive(SimpleMatrix gradient, SimpleMatrix activation) {
    SimpleMatrix result = gradient.createLike();
    double[] from = gradient.getDDRM().data;
    double[] active = activation.getDDRM().data;
    double[] to = result.getDDRM().data;
    for (int i = 0; i < to.length; i++) {
      to[i] = active[i] > 0 ? from[i] : 0;
    }
    return result;
  }

  private static SimpleMatrix rowSums(SimpleMatrix matrix) {
    return matrix.mult(SimpleMatrix.ones(matrix.getNumCols(), 1));
  }
}
