package initlab.grader.lms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import initlab.grader.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads submission_metadata.json leniently: its documentation reserves the right to change it. */
final class GradescopeMetadata {
  private static final String UNKNOWN = "unknown";

  private GradescopeMetadata() {}

  /** The names of those who handed in, or "unknown". */
  static String students(Path file) {
    try {
      List<String> names = new ArrayList<>();
      for (JsonNode user : new ObjectMapper().readTree(file.toFile()).path("users")) {
        names.add(Text.clean(user.path("name").asText(UNKNOWN)));
      }
      return names.isEmpty() ? UNKNOWN : String.join("; ", names);
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  /** When it was handed in, if the file says so. */
  static @Nullable Instant handedIn(Path file) {
    try {
      String time = new ObjectMapper().readTree(file.toFile()).path("created_at").asText();
      return OffsetDateTime.parse(time).toInstant();
    } catch (IOException | DateTimeException e) {
      return null;
    }
  }
}
