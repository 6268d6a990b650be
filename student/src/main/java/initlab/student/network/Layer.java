package initlab.student.network;

import java.util.Arrays;
import org.ejml.simple.SimpleMatrix;

/**
 * One layer at work on a number of examples m. Its arrays are made once and written again and
 * again.
 *
 * <p>The row of an example's ones stands below the activations of each layer, and the bias of a
 * neuron behind its weights: W·a + b is one product.
 */
final class Layer {
  private final int neurons;
  private final int inputs;

  /** W with b as its last column, neurons × (inputs + 1). */
  private final double[][] weights;

  /** a with ones as its last row, (neurons + 1) × m. */
  private final double[][] activations;

  /** dz, the gradient of the loss with respect to z = W·a + b, neurons × m. */
  private final double[][] errors;

  private final double[] column;
  private final double[] quarter;

  /**
   * A layer.
   *
   * @param w its weights, neurons × inputs
   * @param b its biases, neurons × 1
   * @param examples m
   */
  Layer(SimpleMatrix w, SimpleMatrix b, int examples) {
    neurons = w.getNumRows();
    inputs = w.getNumCols();
    weights = w.concatColumns(b).toArray2();
    activations = Rows.withOnes(new double[neurons][examples], examples);
    errors = new double[neurons][examples];
    column = new double[neurons];
    quarter = new double[examples / 4];
  }

  /** a = max(0, W·below + b). */
  void forwardRelu(double[][] below) {
    for (int i = 0; i < neurons; i++) {
      Rows.combine(weights[i], below, inputs + 1, activations[i]);
      Rows.relu(activations[i]);
    }
  }

  /** a = 1 / (1 + exp(-(W·below + b))). */
  void forwardSigmoid(double[][] below) {
    for (int i = 0; i < neurons; i++) {
      Rows.combine(weights[i], below, inputs + 1, activations[i]);
      Rows.sigmoid(activations[i]);
    }
  }

  /** dz = (a - y) / m: the cross-entropy loss behind a sigmoid, averaged over the examples. */
  void startBackward(double[] y) {
    double[] a = activations[0];
    double[] dz = errors[0];
    for (int j = 0; j < dz.length; j++) {
      dz[j] = (a[j] - y[j]) / dz.length;
    }
  }

  /** dz of the layer below = Wᵀ·dz where that layer is active, else 0. */
  void backward(Layer below) {
    for (int k = 0; k < inputs; k++) {
      for (int i = 0; i < neurons; i++) {
        column[i] = weights[i][k];
      }
      Rows.combine(column, errors, neurons, below.errors[k]);
      Rows.whereActive(below.errors[k], below.activations[k]);
    }
  }

  /** W = W - learningRate · dW with dW = dz·belowᵀ; with the ones below, the same for b. */
  void descend(double[][] below, double learningRate) {
    for (int i = 0; i < neurons; i++) {
      for (int k = 0; k <= inputs; k++) {
        weights[i][k] -= learningRate * Rows.dot(errors[i], below[k], quarter);
      }
    }
  }

  double[][] activations() {
    return activations;
  }

  SimpleMatrix w() {
    return new SimpleMatrix(weights).cols(0, inputs);
  }

  SimpleMatrix b() {
    return new SimpleMatrix(weights).cols(inputs, inputs + 1);
  }

  /** The activations without the row of ones, neurons × m. */
  SimpleMatrix output() {
    return new SimpleMatrix(Arrays.copyOf(activations, neurons));
  }
}
