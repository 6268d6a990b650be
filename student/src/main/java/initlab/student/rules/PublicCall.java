package initlab.student.rules;

import java.util.List;

/**
 * A call that the public tests make. No two mistakes that are known give the same answers to all of
 * them.
 *
 * @param seed one of them is larger than an int
 */
@SuppressWarnings("ArrayRecordComponent") // copied whenever it is given away
public record PublicCall(int[] layerDims, long seed) {
  /** All of them; the tests have the right answers. */
  public static final List<PublicCall> ALL =
      List.of(
          new PublicCall(new int[] {3, 2, 1}, 3),
          new PublicCall(new int[] {4, 3, 2, 5}, 7),
          new PublicCall(new int[] {5, 2, 3}, 4_000_000_000L));

  @Override
  public int[] layerDims() {
    return layerDims.clone();
  }
}
