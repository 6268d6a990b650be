package initlab.grader.compile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnownMembersTest {
  @Test
  void theProofSeesTheKeysOfEveryMapThatIsKnown() throws Exception {
    List<String> maps = types().filter(KnownMembersTest::isMap).toList();
    assertTrue(maps.contains("java.util.TreeMap"), () -> "maps: " + maps);
    for (String map : maps) {
      assertTrue(KnownMembers.addsKey(map.replace('.', '/'), "put"), map);
    }
  }

  private static boolean isMap(String type) {
    try {
      return Map.class.isAssignableFrom(Class.forName(type));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(type + " is in known.txt and not in Java", e);
    }
  }

  private static Stream<String> types() throws Exception {
    try (InputStream in = KnownMembers.class.getResourceAsStream("known.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> line.startsWith("java"))
          .flatMap(line -> Stream.of(line.split(" ", 2)[0].split(",", -1)));
    }
  }
}
