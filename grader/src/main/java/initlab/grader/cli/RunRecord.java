package initlab.grader.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import initlab.grader.checks.CourseSecret;
import initlab.grader.files.AtomicFile;
import initlab.grader.report.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The facts about a run that differ between runs: they go to run.json and nowhere else. */
final class RunRecord {
  static final String RUNNING = "running";
  static final String COMPLETE = "complete";

  private final Instant start = Instant.now();
  private final int jobs;
  private final int submissions;
  private final CourseSecret secret;
  private final String settings;

  RunRecord(int jobs, int submissions, CourseSecret secret, String settings) {
    this.jobs = jobs;
    this.submissions = submissions;
    this.secret = secret;
    this.settings = settings;
  }

  /** Writes what is known. */
  void write(Path folder, String state) throws IOException {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("state", state);
    facts.put("initlab", Version.current());
    facts.put("java", System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put("started", start.truncatedTo(ChronoUnit.SECONDS).toString());
    facts.put("seconds", Duration.between(start, Instant.now()).toMillis() / 1000.0);
    facts.put("submissions", submissions);
    facts.put("jobs", jobs);
    facts.put("secret", secret.name());
    facts.put("settings", settings);
    AtomicFile.write(file(folder), Json.bytes(facts));
  }

  /** Whether the folder has a run that did not come to its end and graded as this one does. */
  boolean goesOnFrom(Path folder) throws IOException {
    if (!Files.isRegularFile(file(folder))) {
      return false;
    }
    try {
      JsonNode earlier = new ObjectMapper().readTree(Files.readAllBytes(file(folder)));
      return earlier.path("state").asText().equals(RUNNING)
          && earlier.path("settings").asText().equals(settings);
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static Path file(Path folder) {
    return folder.resolve("run.json");
  }
}
