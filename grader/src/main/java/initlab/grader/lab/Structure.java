package initlab.grader.lab;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;

/**
 * The kinds of networks that every grading asks for, whatever the secret: it draws the widths
 * alone. What is wrong in one of these kinds only would be met by chance otherwise.
 */
enum Structure {
  /** 3 layers of 2 to 9 neurons. */
  ORDINARY(random -> widths(random, 4, 2, 9)),
  /** 1 layer. */
  ONE_LAYER(random -> widths(random, 2, 2, 9)),
  /** 6 layers; no width is 2, where He's factor is 1. */
  DEEP(random -> widths(random, 7, 3, 9)),
  /** An input, hidden layers and an output of width 1, between others. */
  ONES(random -> new int[] {1, between(random, 2, 9), 1, 1, between(random, 2, 9), 1}),
  /** Square layers alone. */
  SQUARE(random -> equal(between(random, 3, 9), 4)),
  /** A square layer between others. */
  EQUAL_NEIGHBOURS(Structure::equalNeighbours),
  /** Wider and wider, for three layers or four. */
  GROWING(Structure::growing),
  /** One number. */
  ONE_BY_ONE(random -> new int[] {1, 1}),
  /** More than a thousand neurons, once as fan-in and once as fan-out. */
  THOUSAND(
      random ->
          new int[] {between(random, 2, 4), between(random, 1001, 1100), between(random, 2, 4)}),
  /** Narrower and narrower. */
  SHRINKING(
      random ->
          new int[] {between(random, 40, 80), between(random, 10, 20), between(random, 2, 5)}),
  /** Narrow, wide and back. */
  NARROW_WIDE_NARROW(
      random -> new int[] {between(random, 2, 9), between(random, 64, 128), between(random, 2, 9)}),
  /** The same with hundreds of neurons. */
  VERY_WIDE(
      random ->
          new int[] {between(random, 2, 9), between(random, 300, 512), between(random, 2, 9)}),
  /** 10 to 12 layers: their numbers have two digits. */
  TEN_LAYERS(random -> widths(random, between(random, 11, 13), 3, 9));

  @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
  private final Function<Random, int[]> draw;

  Structure(Function<Random, int[]> draw) {
    this.draw = draw;
  }

  /** Layer dimensions of this kind. */
  int[] draw(Random random) {
    return draw.apply(random);
  }

  static int between(Random random, int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** No two neighbours are equal, so that what is transposed has another shape. */
  static int[] widths(Random random, int count, int low, int high) {
    int[] widths = new int[count];
    for (int i = 0; i < count; i++) {
      do {
        widths[i] = between(random, low, high);
      } while (i > 0 && widths[i] == widths[i - 1]);
    }
    return widths;
  }

  private static int[] equal(int width, int count) {
    int[] widths = new int[count];
    Arrays.fill(widths, width);
    return widths;
  }

  private static int[] growing(Random random) {
    int[] widths = new int[between(random, 4, 5)];
    widths[0] = between(random, 2, 4);
    for (int i = 1; i < widths.length; i++) {
      widths[i] = widths[i - 1] + between(random, 2, 6);
    }
    return widths;
  }

  private static int[] equalNeighbours(Random random) {
    int[] widths = widths(random, 3, 2, 9);
    return new int[] {widths[0], widths[1], widths[1], widths[2]};
  }
}
