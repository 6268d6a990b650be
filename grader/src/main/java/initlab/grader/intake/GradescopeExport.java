package initlab.grader.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import initlab.grader.intake.Export.Entry;
import initlab.grader.intake.Identity.Kind;
import initlab.grader.intake.Identity.Person;
import initlab.grader.intake.Intake.UnclearClassException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Gradescope's "export submissions": a folder for each submission, and {@code
 * submission_metadata.yml}, whose keys are Ruby's symbols. It has no published form, so that what
 * is not understood is passed over.
 */
final class GradescopeExport {
  static final String METADATA = "submission_metadata.yml";
  static final int MAX_METADATA = 64 * 1024 * 1024;

  /** {@code 2026-11-20 10:00:00.000000000 Z}, or with {@code +08:00}. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("[ ]['T']")
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("[ ]")
          .appendOffset("+HH:mm", "Z")
          .toFormatter(Locale.ROOT);

  private GradescopeExport() {}

  static boolean isOne(List<Place> places) {
    return places.stream().anyMatch(GradescopeExport::isMetadata);
  }

  static boolean isMetadata(Place place) {
    return place.name().equals(METADATA);
  }

  static List<Entry> entries(List<Place> places) throws IOException {
    JsonNode metadata = metadata(places);
    List<Entry> entries = new ArrayList<>();
    Set<String> folders = new HashSet<>();
    for (Place place : places) {
      if (place.isFolder()) {
        folders.add(place.name());
        entries.add(entry(place, metadata.path(place.name())));
      }
    }
    for (Iterator<String> names = metadata.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!folders.contains(name)) { // handed in, and lost when the export was unpacked
        entries.add(entry(new Place(name, true, List::of), metadata.path(name)));
      }
    }
    return entries;
  }

  private static Entry entry(Place place, JsonNode own) {
    List<Person> people =
        stream(value(own, "submitters"))
            .map(one -> new Person(value(one, "name").asText(""), ids(one)))
            .toList();
    return new Entry(
        place.name(),
        Identity.of(place.name(), people),
        time(value(own, "created_at").asText()),
        List.of(place),
        List.of());
  }

  /** Without it nobody's name, id or time is known, so that a broken one is not passed over. */
  private static JsonNode metadata(List<Place> places) throws IOException {
    Place table = places.stream().filter(GradescopeExport::isMetadata).findFirst().orElseThrow();
    byte[] yaml = table.handed().files().get(0).content().read(MAX_METADATA + 1);
    try {
      if (yaml.length <= MAX_METADATA) {
        return reader().readTree(yaml);
      }
    } catch (JsonProcessingException e) {
      throw new UnclearClassException("intake.no-metadata", METADATA, e.getOriginalMessage());
    }
    throw new UnclearClassException("intake.no-metadata", METADATA, "more than 64 MiB");
  }

  /** It holds the results of all, which are longer than what the library reads by itself. */
  private static YAMLMapper reader() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_METADATA);
    return new YAMLMapper(YAMLFactory.builder().loaderOptions(options).build());
  }

  private static JsonNode value(JsonNode node, String key) {
    return node.has(":" + key) ? node.path(":" + key) : node.path(key);
  }

  private static List<Identity.Id> ids(JsonNode person) {
    return Stream.of(
            new Identity.Id(Kind.STUDENT_ID, value(person, "sid").asText("")),
            new Identity.Id(Kind.EMAIL, value(person, "email").asText("")))
        .filter(id -> !id.value().isEmpty())
        .toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    List<JsonNode> nodes = new ArrayList<>();
    array.forEach(nodes::add);
    return nodes.stream();
  }

  private static @Nullable Instant time(String text) {
    try {
      return OffsetDateTime.parse(text.strip(), TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
