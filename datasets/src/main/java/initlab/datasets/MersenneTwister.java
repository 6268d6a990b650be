package initlab.datasets;

/** The Mersenne Twister MT19937, seeded with one 32-bit integer ({@code init_genrand}). */
final class MersenneTwister {
  private static final int SIZE = 624;
  private static final int SHIFT = 397;
  private static final int UPPER_BIT = 0x80000000;
  private static final int LOWER_BITS = 0x7fffffff;
  private static final int TWIST = 0x9908b0df;

  private final int[] state = new int[SIZE];
  private int position = SIZE;

  MersenneTwister(int seed) {
    state[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /** The next 32 random bits. */
  int next() {
    if (position == SIZE) {
      regenerate();
    }
    int y = state[position++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  private void regenerate() {
    int[] s = state;
    for (int i = 0; i < SIZE - SHIFT; i++) {
      s[i] = s[i + SHIFT] ^ twisted(s[i], s[i + 1]);
    }
    for (int i = SIZE - SHIFT; i < SIZE - 1; i++) {
      s[i] = s[i + SHIFT - SIZE] ^ twisted(s[i], s[i + 1]);
    }
    s[SIZE - 1] = s[SHIFT - 1] ^ twisted(s[SIZE - 1], s[0]);
    position = 0;
  }

  private static int twisted(int upper, int lower) {
    int y = (upper & UPPER_BIT) | (lower & LOWER_BITS);
    return (y >>> 1) ^ (-(y & 1) & TWIST);
  }
}
