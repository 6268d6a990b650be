package initlab.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceInitializersTest {
  static Stream<JsonNode> numPysOwn() {
    return StreamSupport.stream(Golden.read("initializers.json").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("numPysOwn")
  void everyNumberIsNumPys(JsonNode golden) {
    int[] layerDims =
        IntStream.range(0, golden.get("dims").size())
            .map(i -> golden.get("dims").get(i).intValue())
            .toArray();
    Map<String, SimpleMatrix> parameters =
        Golden.initialize(
            golden.get("kind").textValue(), layerDims, golden.get("seed").longValue());
    Map<String, double[][]> expected =
        new ObjectMapper()
            .convertValue(
                golden.get("parameters"), new TypeReference<Map<String, double[][]>>() {});
    assertEquals(new TreeSet<>(expected.keySet()), new TreeSet<>(parameters.keySet()));
    expected.forEach(
        (name, rows) -> assertArrayEquals(rows, parameters.get(name).toArray2(), name));
  }
}
