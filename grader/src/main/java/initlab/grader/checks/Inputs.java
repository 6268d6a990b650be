package initlab.grader.checks;

import initlab.datasets.RandomState;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates the arguments of checks. */
final class Inputs {
  private static final int MAX_LAYERS = 6;
  private static final int MAX_WIDTH = 512;
  private static final int MAX_WEIGHTS = 100_000;

  private Inputs() {}

  /** 1 to 6 layers of widths 1 to 512, with at most 100,000 weights in all. */
  static Arbitrary<int[]> layerDims() {
    return Arbitraries.integers()
        .between(1, MAX_WIDTH)
        .list()
        .ofMinSize(2)
        .ofMaxSize(MAX_LAYERS + 1)
        .filter(sizes -> weights(sizes) <= MAX_WEIGHTS)
        .map(Inputs::toArray);
  }

  /** Small networks: 1 to 4 layers of widths 2 to 12. */
  static Arbitrary<int[]> smallLayerDims() {
    return Arbitraries.integers()
        .between(2, 12)
        .list()
        .ofMinSize(2)
        .ofMaxSize(5)
        .map(Inputs::toArray);
  }

  /**
   * Two layers with at least 180,000 weights each, narrow, wide and narrow: enough to tell a scale
   * that is off by 2 %, and fan-in from fan-out.
   */
  static Arbitrary<int[]> largeLayerDims() {
    Arbitrary<Integer> narrow = Arbitraries.integers().between(300, 330);
    Arbitrary<Integer> wide = Arbitraries.integers().between(600, 640);
    return Combinators.combine(narrow, wide, narrow)
        .as((inputs, hidden, outputs) -> new int[] {inputs, hidden, outputs});
  }

  /** 1 to 3 layers of widths 80 to 280: thousands of weights in each, for statistics. */
  static Arbitrary<int[]> wideLayerDims() {
    return Arbitraries.integers()
        .between(80, 280)
        .list()
        .ofMinSize(2)
        .ofMaxSize(4)
        .map(Inputs::toArray);
  }

  /** Seeds 0 … 2³² − 1. */
  static Arbitrary<Long> seeds() {
    return Arbitraries.longs().between(0, RandomState.MAX_SEED);
  }

  private static long weights(List<Integer> sizes) {
    return IntStream.range(1, sizes.size())
        .mapToLong(l -> (long) sizes.get(l) * sizes.get(l - 1))
        .sum();
  }

  private static int[] toArray(List<Integer> sizes) {
    return sizes.stream().mapToInt(Integer::intValue).toArray();
  }
}
