package initlab.grader.intake;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  static List<HandIn> handIns(List<Place> places) throws IOException {
    Map<String, Own> metadata = metadata(places);
    List<HandIn> handIns = new ArrayList<>();
    Set<String> folders = new HashSet<>();
    for (Place place : places) {
      if (place.isFolder()) {
        folders.add(place.name());
        handIns.add(entry(place, metadata.get(place.name())));
      }
    }
    metadata.forEach(
        (name, own) -> {
          if (!folders.contains(name)) { // handed in, and lost when the export was unpacked
            handIns.add(entry(new Place(name, true, List::of), own));
          }
        });
    return handIns;
  }

  /** What the table says of one submission. All of it are texts, whatever YAML sees in them. */
  private record Own(
      @JsonAlias(":submitters") @Nullable List<Submitter> submitters,
      @JsonProperty("created_at") @JsonAlias(":created_at") @Nullable String createdAt) {}

  private record Submitter(
      @JsonAlias(":name") @Nullable String name,
      @JsonAlias(":sid") @Nullable String sid,
      @JsonAlias(":email") @Nullable String email) {
    Person person() {
      List<Identity.Id> ids = new ArrayList<>();
      if (sid != null && !sid.isEmpty()) {
        ids.add(new Identity.Id(Kind.STUDENT_ID, sid));
      }
      if (email != null && !email.isEmpty()) {
        ids.add(new Identity.Id(Kind.EMAIL, email));
      }
      return new Person(name == null ? "" : name, ids);
    }
  }

  private static HandIn entry(Place place, @Nullable Own own) {
    List<Submitter> submitters =
        own == null || own.submitters() == null ? List.of() : own.submitters();
    return new HandIn(
        place.name(),
        Identity.of(place.name(), submitters.stream().map(Submitter::person).toList()),
        own == null || own.createdAt() == null ? null : time(own.createdAt()),
        List.of(place),
        List.of());
  }

  /** Without it nobody's name, id or time is known, so that a broken one is not passed over. */
  private static Map<String, Own> metadata(List<Place> places) throws IOException {
    Place table = places.stream().filter(GradescopeExport::isMetadata).findFirst().orElseThrow();
    byte[] yaml = table.handed().files().get(0).content().read(MAX_METADATA + 1);
    try {
      if (yaml.length <= MAX_METADATA) {
        return reader().readValue(yaml, new TypeReference<TreeMap<String, @Nullable Own>>() {});
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
    return YAMLMapper.builder(YAMLFactory.builder().loaderOptions(options).build())
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
        .build();
  }

  private static @Nullable Instant time(String text) {
    try {
      return OffsetDateTime.parse(text.strip(), TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
