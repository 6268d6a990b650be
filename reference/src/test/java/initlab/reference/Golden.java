package initlab.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.ejml.simple.SimpleMatrix;

/** Reads NumPy's own numbers, and names the reference's methods as they do. */
final class Golden {
  private Golden() {}

  static JsonNode read(String name) {
    try (var in = Golden.class.getResourceAsStream(name)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(node -> node.isTextual() ? Double.POSITIVE_INFINITY : node.doubleValue())
        .toArray();
  }

  static Map<String, SimpleMatrix> initialize(String kind, int[] layerDims, long seed) {
    return switch (kind) {
      case "zeros" -> ReferenceInitializers.initializeZeros(layerDims);
      case "random" -> ReferenceInitializers.initializeRandom(layerDims, seed);
      case "he" -> ReferenceInitializers.initializeHe(layerDims, seed);
      default -> throw new IllegalArgumentException(kind);
    };
  }
}
