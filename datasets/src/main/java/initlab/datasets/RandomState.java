package initlab.datasets;

import org.ejml.simple.SimpleMatrix;

/**
 * NumPy's legacy random generator, {@code numpy.random.RandomState}.
 *
 * <p>Bits, uniform numbers and shuffles are NumPy's exactly, and the same on every machine. The
 * bits come from the Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), the normal numbers
 * from Marsaglia's polar method, two at a time: the second of a pair is kept for the next call.
 * Normal numbers need a logarithm, which NumPy takes from the C library: where that one does not
 * round to nearest, about 1 number in 2,800, the last bit differs.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class RandomState {
  /** The largest seed: 2³² − 1. */
  public static final long MAX_SEED = 0xFFFFFFFFL;

  private static final double TWO_TO_26 = 67108864.0;
  private static final double TWO_TO_MINUS_53 = 0x1p-53;

  private final MersenneTwister bits;
  private double cachedGaussian;
  private boolean hasCachedGaussian;

  /**
   * Starts the generator, as {@code np.random.seed(seed)} does.
   *
   * @param seed 0 … 2³² − 1
   * @throws IllegalArgumentException if the seed is outside that range
   */
  public RandomState(long seed) {
    if (seed < 0 || seed > MAX_SEED) {
      throw new IllegalArgumentException(
          "seed " + seed + " is out of range: choose one from 0 to 4294967295 (2^32 - 1)");
    }
    bits = new MersenneTwister((int) seed);
  }

  /** The next 32 random bits, as an unsigned number 0 … 2³² − 1. */
  public long nextUint32() {
    return Integer.toUnsignedLong(bits.next());
  }

  /** The next number of the uniform distribution over [0, 1), made of 53 random bits. */
  public double randomSample() {
    int high = bits.next() >>> 5;
    int low = bits.next() >>> 6;
    return (high * TWO_TO_26 + low) * TWO_TO_MINUS_53;
  }

  /**
   * The next {@code count} numbers of the uniform distribution over [0, 1).
   *
   * @throws IllegalArgumentException if the count is negative
   */
  public double[] randomSample(int count) {
    double[] sample = new double[checkedSize("count", count)];
    for (int i = 0; i < count; i++) {
      sample[i] = randomSample();
    }
    return sample;
  }

  /** The next number of the standard normal distribution (mean 0, standard deviation 1). */
  public double randn() {
    if (hasCachedGaussian) {
      hasCachedGaussian = false;
      return cachedGaussian;
    }
    double x1;
    double x2;
    double r2;
    do {
      x1 = 2.0 * randomSample() - 1.0;
      x2 = 2.0 * randomSample() - 1.0;
      r2 = x1 * x1 + x2 * x2;
    } while (r2 >= 1.0 || r2 == 0.0);
    double scale = Math.sqrt(-2.0 * ExactLog.log(r2) / r2);
    cachedGaussian = scale * x1;
    hasCachedGaussian = true;
    return scale * x2;
  }

  /**
   * A matrix of standard normal numbers, drawn row by row, as {@code np.random.randn(rows, cols)}.
   *
   * @return a new {@code rows × cols} matrix
   * @throws IllegalArgumentException if a size is negative
   */
  public SimpleMatrix randn(int rows, int cols) {
    return normal(1.0, rows, cols);
  }

  /**
   * A matrix of normal numbers with mean 0, drawn row by row, as {@code np.random.normal(scale=…,
   * size=(rows, cols))}.
   *
   * @param scale the standard deviation, 0 or larger
   * @return a new {@code rows × cols} matrix
   * @throws IllegalArgumentException if the scale or a size is negative
   */
  public SimpleMatrix normal(double scale, int rows, int cols) {
    if (!(scale >= 0)) {
      throw new IllegalArgumentException("scale " + scale + " is out of range: use 0 or larger");
    }
    SimpleMatrix matrix = new SimpleMatrix(checkedSize("rows", rows), checkedSize("cols", cols));
    double[] rowByRow = matrix.getDDRM().data;
    for (int i = 0; i < rows * cols; i++) {
      rowByRow[i] = scale * randn();
    }
    return matrix;
  }

  /** Puts the values into a random order, in place, as {@code np.random.shuffle(values)}. */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextIndexUpTo(i);
      int moved = values[i];
      values[i] = values[j];
      values[j] = moved;
    }
  }

  /** A uniform index 0 … max: masked bits are drawn until they are small enough. */
  private int nextIndexUpTo(int max) {
    int mask = -1 >>> Integer.numberOfLeadingZeros(max);
    int index;
    do {
      index = bits.next() & mask;
    } while (index > max);
    return index;
  }

  private static int checkedSize(String name, int size) {
    if (size < 0) {
      throw new IllegalArgumentException(name + " " + size + " is negative: use 0 or larger");
    }
    return size;
  }
}
