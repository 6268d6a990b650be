package initlab.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number of NumPy's own draws (random_state.json) is met exactly, not nearly. */
class RandomStateTest {
  private static final Map<String, JsonNode> GOLDEN = golden();
  static final Set<String> SEEDS = GOLDEN.keySet();

  @Test
  void theGoldenFileHoldsTheSmallestAndTheLargestSeed() {
    assertTrue(SEEDS.containsAll(Set.of("0", "1", "2", "3", "2147483648", "4294967295")));
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void uniformNumbersAreNumPys(String seed) {
    assertArrayEquals(doubles(seed, "random_sample_10"), start(seed).randomSample(10));
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void theStateIsRegeneratedAsNumPyDoes(String seed) {
    RandomState random = start(seed);
    random.randomSample(1000);
    assertEquals(
        GOLDEN.get(seed).get("random_sample_after_1000").doubleValue(), random.randomSample());
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void normalNumbersAreNumPysAndTheSecondOfAPairIsKeptBetweenCalls(String seed) {
    RandomState random = start(seed);
    double[] eleven = IntStream.range(0, 11).mapToDouble(i -> random.randn()).toArray();
    assertArrayEquals(doubles(seed, "randn_11"), eleven);
    assertArrayEquals(doubles(seed, "randn_next_4"), rowByRow(random.randn(2, 2)));
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void scaledNormalNumbersFillAMatrixRowByRow(String seed) {
    SimpleMatrix matrix = start(seed).normal(0.05, 3, 2);
    assertArrayEquals(doubles(seed, "normal_scale_0.05_size_3x2"), rowByRow(matrix));
    assertEquals(3, matrix.getNumRows());
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void shuffledIndicesAreNumPys(String seed) {
    int[] values = IntStream.range(0, 300).toArray();
    start(seed).shuffle(values);
    assertArrayEquals(
        numbers(GOLDEN.get(seed).get("shuffle_arange_300")).mapToInt(JsonNode::intValue).toArray(),
        values);
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void thirtyTwoBitIntegersAreNumPysUnsigned(String seed) {
    RandomState random = start(seed);
    assertArrayEquals(
        numbers(GOLDEN.get(seed).get("uint32_4")).mapToLong(JsonNode::longValue).toArray(),
        IntStream.range(0, 4).mapToLong(i -> random.nextUint32()).toArray());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 4294967296L, Long.MIN_VALUE, Long.MAX_VALUE})
  void aSeedOutsideTheRangeIsRefusedWithTheRange(long seed) {
    var e = assertThrows(IllegalArgumentException.class, () -> new RandomState(seed));
    assertTrue(e.getMessage().contains(String.valueOf(seed)), e.getMessage());
    assertTrue(e.getMessage().contains("0 to 4294967295"), e.getMessage());
  }

  @Test
  void negativeSizesAreRefused() {
    RandomState random = new RandomState(0);
    assertThrows(IllegalArgumentException.class, () -> random.randn(-1, 2));
    assertThrows(IllegalArgumentException.class, () -> random.randomSample(-1));
    assertThrows(IllegalArgumentException.class, () -> random.normal(Double.NaN, 1, 1));
  }

  private static RandomState start(String seed) {
    return new RandomState(Long.parseLong(seed));
  }

  private static double[] doubles(String seed, String draw) {
    return numbers(GOLDEN.get(seed).get(draw)).mapToDouble(JsonNode::doubleValue).toArray();
  }

  private static Stream<JsonNode> numbers(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).flatMap(RandomStateTest::numbers)
        : Stream.of(node);
  }

  private static double[] rowByRow(SimpleMatrix matrix) {
    return Stream.of(matrix.toArray2()).flatMapToDouble(Arrays::stream).toArray();
  }

  private static Map<String, JsonNode> golden() {
    try (var in = RandomStateTest.class.getResourceAsStream("random_state.json")) {
      Map<String, JsonNode> bySeed = new TreeMap<>();
      new ObjectMapper()
          .readTree(in)
          .properties()
          .forEach(e -> bySeed.put(e.getKey(), e.getValue()));
      return bySeed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
