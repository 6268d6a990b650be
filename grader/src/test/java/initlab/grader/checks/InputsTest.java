package initlab.grader.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;

class InputsTest {
  private final List<int[]> drawn =
      Inputs.layerDims().generator(1000).stream(new Random(1))
          .map(shrinkable -> shrinkable.value())
          .limit(2_000)
          .toList();

  @Example
  void oneToSixLayersAndTheNarrowestAndWidestAllOccur() {
    assertEquals(
        List.of(2, 3, 4, 5, 6, 7),
        drawn.stream().map(dims -> dims.length).distinct().sorted().toList());
    assertTrue(widths().anyMatch(width -> width == 1));
    assertTrue(widths().anyMatch(width -> width == 512));
    assertTrue(widths().allMatch(width -> width >= 1 && width <= 512));
  }

  private IntStream widths() {
    return drawn.stream().flatMapToInt(Arrays::stream);
  }
}
