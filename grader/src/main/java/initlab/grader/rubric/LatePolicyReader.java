package initlab.grader.rubric;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import initlab.grader.rubric.Rubric.InvalidRubricException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a rubric's late policy, and the table of extensions that it may name. */
final class LatePolicyReader {
  private static final double MAX_MINUTES = 1_000_000;

  /** The policy as it stands in the file. */
  private record Entry(
      @Nullable String due,
      @JsonProperty("grace_minutes") @Nullable Double graceMinutes,
      @JsonProperty("percent_per_day") @Nullable Double percentPerDay,
      @JsonProperty("cap_percent") @Nullable Double capPercent,
      @Nullable String extensions) {}

  private LatePolicyReader() {}

  static LatePolicy read(JsonParser parser, String place, Path folder) throws IOException {
    Entry entry = parser.readValueAs(Entry.class);
    if (entry == null || entry.due() == null || entry.percentPerDay() == null) {
      String missing = entry == null || entry.due() == null ? "due" : "percent_per_day";
      throw new InvalidRubricException(place, "rubric.missing", missing);
    }
    double grace = number(entry.graceMinutes(), 0, MAX_MINUTES, "grace_minutes", place);
    return new LatePolicy(
        time(entry.due(), place),
        Duration.ofSeconds(Math.round(grace * 60)),
        number(entry.percentPerDay(), 0, 100, "percent_per_day", place),
        number(entry.capPercent(), 100, 100, "cap_percent", place),
        entry.extensions() == null
            ? Map.of()
            : StudentTimes.read(folder.resolve(entry.extensions()), "due"));
  }

  private static double number(
      @Nullable Double value, double otherwise, double most, String key, String place)
      throws InvalidRubricException {
    double number = value == null ? otherwise : value;
    if (!(number >= 0 && number <= most)) {
      throw new InvalidRubricException(place, "rubric.range", key, number, most);
    }
    return number;
  }

  private static Instant time(String text, String place) throws InvalidRubricException {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidRubricException(place, "rubric.time", text);
    }
  }
}
