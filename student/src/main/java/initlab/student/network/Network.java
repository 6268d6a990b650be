package initlab.student.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/**
 * A fully connected network for two classes: LINEAR → RELU in every hidden layer, LINEAR → SIGMOID
 * in the last. Its parameters are a map with {@code W1, b1, …, WL, bL}; {@code x} has one example a
 * column.
 *
 * <p>With a⁰ = x and m examples, these are the equations:
 *
 * <pre>
 *   forward    zˡ  = Wˡ·aˡ⁻¹ + bˡ          aˡ = max(0, zˡ), in the last layer 1 / (1 + exp(-zˡ))
 *   backward   dzᴸ = (aᴸ - y) / m          dzˡ = (Wˡ⁺¹)ᵀ·dzˡ⁺¹ where aˡ &gt; 0, else 0
 *   descend    Wˡ  = Wˡ - α · dzˡ·(aˡ⁻¹)ᵀ  bˡ = bˡ - α · (the sum of dzˡ over the examples)
 * </pre>
 *
 * <p>All mathematics is {@code StrictMath}'s, so that a training gives the same numbers everywhere.
 */
public final class Network {
  private final double[][] x;
  private final List<Layer> layers = new ArrayList<>();

  /**
   * A network at work on some examples.
   *
   * @param x the examples, layerDims[0] × m
   */
  Network(SimpleMatrix x, Map<String, SimpleMatrix> parameters) {
    this.x = Rows.withOnes(x.toArray2(), x.getNumCols());
    for (int l = 1; l <= parameters.size() / 2; l++) {
      layers.add(
          new Layer(
              ParameterShapes.matrix(parameters, "W" + l),
              ParameterShapes.matrix(parameters, "b" + l),
              x.getNumCols()));
    }
  }

  /** Computes the activations of every layer; gives those of the last, the network's output. */
  double[] forward() {
    for (int l = 0; l < layers.size() - 1; l++) {
      layers.get(l).forwardRelu(below(l));
    }
    last().forwardSigmoid(below(layers.size() - 1));
    return last().activations()[0];
  }

  /**
   * Computes how the loss changes with what every neuron sums up.
   *
   * @param y the labels of the m examples
   */
  void backward(double[] y) {
    last().startBackward(y);
    for (int l = layers.size() - 1; l > 0; l--) {
      layers.get(l).backward(layers.get(l - 1));
    }
  }

  /** One step of gradient descent: each parameter less its gradient times the learning rate. */
  void descend(double learningRate) {
    for (int l = 0; l < layers.size(); l++) {
      layers.get(l).descend(below(l), learningRate);
    }
  }

  private double[][] below(int l) {
    return l == 0 ? x : layers.get(l - 1).activations();
  }

  private Layer last() {
    return layers.get(layers.size() - 1);
  }

  /** The parameters as they are now. */
  Map<String, SimpleMatrix> parameters() {
    Map<String, SimpleMatrix> parameters = new LinkedHashMap<>();
    for (int l = 1; l <= layers.size(); l++) {
      parameters.put("W" + l, layers.get(l - 1).w());
      parameters.put("b" + l, layers.get(l - 1).b());
    }
    return parameters;
  }

  /**
   * The cross-entropy loss, averaged over the examples.
   *
   * <p>A term that is not a number (0 · ∞) is left out of the sum, as NumPy's {@code nansum} does;
   * a confident wrong answer makes the loss infinite.
   *
   * @param a the output of the network for each example
   * @param y the labels
   */
  static double loss(double[] a, double[] y) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double term = -StrictMath.log(a[i]) * y[i] - StrictMath.log(1 - a[i]) * (1 - y[i]);
      if (!Double.isNaN(term)) {
        sum += term;
      }
    }
    return sum / y.length;
  }

  /** The network's output for each of m examples, 0 … 1. */
  public static double[] output(SimpleMatrix x, Map<String, SimpleMatrix> parameters) {
    return new Network(x, parameters).forward();
  }

  /** The predicted labels, 1 × m: 1 where the network's output is above 0.5, else 0. */
  public static SimpleMatrix predict(SimpleMatrix x, Map<String, SimpleMatrix> parameters) {
    double[] output = output(x, parameters);
    SimpleMatrix labels = new SimpleMatrix(1, output.length);
    for (int j = 0; j < output.length; j++) {
      labels.set(0, j, output[j] > 0.5 ? 1 : 0);
    }
    return labels;
  }

  /** The share of examples whose predicted label is the true one, 0 … 1. */
  public static double accuracy(
      SimpleMatrix x, SimpleMatrix y, Map<String, SimpleMatrix> parameters) {
    SimpleMatrix wrong = predict(x, parameters).minus(y).elementPower(2);
    return (y.getNumCols() - wrong.elementSum()) / y.getNumCols();
  }
}
