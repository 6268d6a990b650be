package initlab.grader.rubric;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import initlab.grader.assignment.Assignment;
import initlab.grader.assignment.Exercise;
import initlab.grader.rubric.Rubric.InvalidRubricException;
import initlab.grader.rubric.Rubric.Item;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a rubric's YAML; what is wrong with it is told with its line. */
final class RubricReader {
  private static final double TOTAL = 100;
  private static final List<String> KEYS = List.of("all_or_nothing", "checks", "late");
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Assignment assignment;
  private final JsonParser parser;
  private final String name;
  private final Path folder;
  private final List<Item> checks = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<Exercise> allOrNothing = new LinkedHashSet<>();
  private @Nullable LatePolicy late;

  private RubricReader(Assignment assignment, JsonParser parser, String name, Path folder) {
    this.assignment = assignment;
    this.parser = parser;
    this.name = name;
    this.folder = folder;
  }

  /** A check as it stands in the file. */
  private record Entry(
      @Nullable String id,
      @Nullable Double points,
      @Nullable Boolean bonus,
      @Nullable String title,
      @Nullable List<String> after,
      @Nullable String visibility) {}

  /**
   * Reads a rubric.
   *
   * @param folder where the files lie that it names
   */
  static Rubric read(Assignment assignment, byte[] yaml, String name, Path folder)
      throws IOException {
    try (JsonParser parser = MAPPER.createParser(yaml)) {
      return new RubricReader(assignment, parser, name, folder).rubric();
    } catch (UnrecognizedPropertyException e) {
      throw new InvalidRubricException(
          place(name, e), "rubric.no-key", e.getPropertyName(), sorted(e.getKnownPropertyIds()));
    } catch (MismatchedInputException e) {
      throw new InvalidRubricException(place(name, e), "rubric.wrong-type", keys(e));
    } catch (JsonProcessingException e) {
      throw new InvalidRubricException(place(name, e), "rubric.no-yaml", e.getOriginalMessage());
    }
  }

  private static Set<Object> sorted(Iterable<Object> values) {
    Set<Object> sorted = new TreeSet<>();
    values.forEach(sorted::add);
    return sorted;
  }

  private static String place(String name, JsonProcessingException e) {
    return e.getLocation() == null ? name : name + ":" + e.getLocation().getLineNr();
  }

  private static String keys(JsonMappingException e) {
    return String.join(
        ".",
        e.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(Objects::nonNull)
            .toList());
  }

  private Rubric rubric() throws IOException {
    require(parser.nextToken() == JsonToken.START_OBJECT, 1, "rubric.no-checks");
    int line = 1;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      line = key.equals("checks") ? line() : line;
      require(KEYS.contains(key), line(), "rubric.no-key", key, KEYS);
      parser.nextToken();
      readValue(key);
    }
    require(!checks.isEmpty(), line, "rubric.no-checks");
    Rubric rubric = new Rubric(List.copyOf(checks), allOrNothing, late);
    double sum = rubric.maxScore();
    require(Math.abs(sum - TOTAL) < 1e-9, line, "rubric.sum", sum);
    return rubric;
  }

  private void readValue(String key) throws IOException {
    if (key.equals("late")) {
      int line = line();
      late = LatePolicyReader.read(parser, name + ":" + line, folder);
    } else {
      readList(key);
    }
  }

  private void readList(String key) throws IOException {
    require(parser.currentToken() == JsonToken.START_ARRAY, line(), "rubric.no-list", key);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (key.equals("checks")) {
        checks.add(item(line()));
      } else {
        allOrNothing.add(exercise(line()));
      }
    }
  }

  private Exercise exercise(int line) throws IOException {
    String id = parser.getText();
    for (Exercise exercise : assignment.exercises()) {
      if (exercise.id().equals(id)) {
        return exercise;
      }
    }
    List<String> ids = assignment.exercises().stream().map(Exercise::id).toList();
    throw new InvalidRubricException(name + ":" + line, "rubric.no-exercise", id, ids);
  }

  private Item item(int line) throws IOException {
    require(parser.currentToken() == JsonToken.START_OBJECT, line, "rubric.no-check");
    Entry entry = parser.readValueAs(Entry.class);
    String id = required(entry.id(), line, "id");
    double points = required(entry.points(), line, "points");
    List<String> after = entry.after() == null ? List.of() : List.copyOf(entry.after());
    String shown = Objects.requireNonNullElse(entry.visibility(), Visibility.VISIBLE.id());
    Optional<Visibility> visibility = Visibility.of(shown);
    Set<String> known = assignment.checks().ids();
    require(known.contains(id), line, "rubric.unknown-check", id, known);
    for (String other : after) {
      require(seen.contains(other), line, "rubric.order", id, other);
    }
    require(seen.add(id), line, "rubric.twice", id);
    require(points >= 0 && Double.isFinite(points), line, "rubric.points", id, points);
    require(visibility.isPresent(), line, "rubric.visibility", id, shown, Visibility.ids());
    String title = entry.title() == null ? assignment.title(id) : entry.title();
    return new Item(
        id, points, Boolean.TRUE.equals(entry.bonus()), title, after, visibility.orElseThrow());
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private <T> T required(@Nullable T value, int line, String key) throws InvalidRubricException {
    if (value == null) {
      throw new InvalidRubricException(name + ":" + line, "rubric.missing", key);
    }
    return value;
  }

  private void require(boolean condition, int line, String key, Object... values)
      throws InvalidRubricException {
    if (!condition) {
      throw new InvalidRubricException(name + ":" + line, key, values);
    }
  }
}
