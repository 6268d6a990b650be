package initlab.grader.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import initlab.grader.sandbox.Sharing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in a map under a key that has an identity tells what went before in a process. */
class SharingProofOfKeysTest extends SharingProofKit {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Map<Integer, String> own = new TreeMap<>(); own.put(layerDims[0], \"W\"); own.forEach((n, name) -> all.put(name + n, null));",
        "Stream.of(1, 2).collect(Collectors.toMap(n -> \"W\" + n, n -> new SimpleMatrix(n, n)));",
        "Function<Integer, String> name = n -> \"W\" + n; Stream.of(1, 2).collect(Collectors.toMap(name, n -> n, (a, b) -> a, TreeMap::new)).keySet();",
        "IntStream.range(1, 3).boxed().collect(Collectors.toMap(Initializers::helper, n -> n)).forEach((name, n) -> all.put(name, null));",
        "Stream.of(Map.entry(\"W\" + 1, 1), new AbstractMap.SimpleEntry<>(helper(2), 2)).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));",
        "Map<String, Integer> own = new ConcurrentHashMap<>(); own.put(\"W\", 1); own.compute(\"b\", (name, n) -> 2); own.keySet();",
        "Map<String, Integer> own = new TreeMap<>(Comparator.reverseOrder()); own.put(\"W\", 1); own.replace(\"W\", 2);",
      })
  void keysThatAreTextsAndNumbersTellNothing(String statements) {
    assertEquals(Sharing.STATELESS, sharing(with(statements, "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Map<Object, Integer> own = new HashMap<>(); own.put(all, 1); for (Object key : own.keySet()) { helper(1); }",
        "Map<Object, Integer> own = new HashMap<>(); own.merge(new int[1], 1, Integer::sum); own.forEach((key, value) -> helper(value));",
        "Map<Object, Integer> own = new HashMap<>(); own.putIfAbsent(new Initializers(), 1); own.values().iterator().next();",
        "Map<Object, Object> own = new HashMap<>(); own.computeIfAbsent(new int[1], key -> null); own.replaceAll((key, value) -> value);",
        "Map<Object, Object> own = new HashMap<>(); Object key = layerDims.length > 1 ? \"W\" : layerDims; own.put(key, 1); own.entrySet();",
        "Map<Object, Integer> own = new HashMap<>(); BiFunction<Object, Integer, Integer> put = own::put; put.apply(all, 1); own.keySet();",
        "Map<int[], Integer> own = java.util.stream.Stream.of(layerDims).collect(java.util.stream.Collectors.toMap(n -> n, n -> 1)); own.values();",
        "Map<Object, Integer> own = new HashMap<>(); own.put(all, 1); Supplier<Set<Object>> keys = own::keySet; keys.get();",
        "Map<Object, Integer> own = new HashMap<>(); own.put(all, 1); own.get(all);",
        "List<Object> key = new ArrayList<>(); key.add(1); Map<Object, Integer> own = new HashMap<>(); own.put(key, 1); key.set(0, 2); own.containsKey(key);",
        "Stream.of(layerDims).collect(Collectors.toMap(Initializers::<String>any, n -> n)).values();",
        "Stream.of(1).collect(Collectors.toMap(AtomicReference::new, n -> n)).values();",
        "Map.Entry<Object, Integer> entry = Map.entry(layerDims, 1); Stream.of(entry).collect(Collectors.toMap(Map.Entry::getKey, n -> n)).values();",
        "Map.Entry<Object, Integer> entry = new AbstractMap.SimpleEntry<>(layerDims, 1); entry.getKey();",
        "BiFunction<Object, Integer, Map.Entry<Object, Integer>> make = Map::entry; make.apply(layerDims, 1);",
        "Map<Object, Integer> own = new ConcurrentHashMap<>(); own.put(layerDims, 1); own.values();",
        "ConcurrentHashMap<Object, Integer> own = new ConcurrentHashMap<>(); own.put(layerDims, 1); own.values();",
        "Map<Object, Integer> own = new ConcurrentHashMap<>(); own.entrySet().add(Map.entry(layerDims, 1)); own.values();",
        "ConcurrentHashMap<Object, Integer> own = new ConcurrentHashMap<>(); own.keySet(1).add(layerDims); own.values();",
        "new ConcurrentHashMap<String, Integer>().forEach(1, (name, n) -> helper(n));",
        "Map<Object, Integer> own = new HashMap<>(); own.compute(layerDims, (key, n) -> 1); own.values();",
        "Map<Object, Integer> own = new HashMap<>(); own.put((Supplier<String>) () -> \"W\", 1); own.values();",
        "Function<Integer, int[]> key = n -> new int[n]; Stream.of(1, 2).collect(Collectors.toMap(key, n -> n)).values();",
        "Function<Integer, Object> key = n -> \"W\" + n; if (layerDims.length > 1) { key = n -> layerDims; } Stream.of(1).collect(Collectors.toMap(key, n -> n)).values();",
        "Stream.of(1).collect(Collectors.toMap(layerDims.length > 1 ? n -> (Object) layerDims : n -> \"W\", n -> n)).values();",
        "Map<Object, Integer> own = new IdentityHashMap<>(); own.put(\"W\", 1);",
      })
  void othersMayTell(String statements) {
    assertEquals(Sharing.SUBMISSION, sharing(with(statements, "")));
  }
}
